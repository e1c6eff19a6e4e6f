import { detectFreeText } from '../english/detect-free-text.ts';
import { freeTextRules } from '../english/free-text-rules.ts';
import type { EntityFamily } from '../rule.ts';

const rules = Object.values(freeTextRules);

/** What English running text says about people: who, where, whose, when. */
export const englishText: EntityFamily = {
  types: [
    {
      id: 'LOCATION',
      label: 'PLACE',
      tier: 'indirect',
      locale: '*',
      canonical: 'spaced',
      context: [],
    },
    {
      id: 'ORGANIZATION',
      label: 'ORG',
      tier: 'indirect',
      locale: '*',
      canonical: 'spaced',
      context: [],
    },
    {
      id: 'NATIONALITY',
      label: 'NATION',
      tier: 'attribute',
      locale: '*',
      canonical: 'spaced',
      context: [],
    },
    {
      id: 'JOB_TITLE',
      label: 'TITLE',
      tier: 'attribute',
      locale: '*',
      canonical: 'spaced',
      context: [],
    },
    {
      id: 'DATE_TIME',
      label: 'DATE',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: [],
    },
  ],
  rules,
  detect: (scan, wanted) =>
    rules.some((rule) => wanted.has(rule.type))
      ? detectFreeText(scan).filter((candidate) => wanted.has(candidate.type))
      : [],
};
