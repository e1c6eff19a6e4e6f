import { dayOf, endOfDay } from '../../../data/days.ts';
import type { FaqDraft } from '../../../data/faq.ts';

/** The fields of the form; several values stand on lines of their own. */
export interface DraftValues {
  collection: string;
  question: string;
  paraphrases: string;
  answer: string;
  languages: string[];
  owner: string;
  readers: string[];
  sources: string[];
  /** `YYYY-MM-DD` */
  expiry: string | null;
}

const YEAR_MS = 365 * 86_400_000;

export function emptyValues(now: Date): DraftValues {
  return {
    collection: '',
    question: '',
    paraphrases: '',
    answer: '',
    languages: ['en', 'zh'],
    owner: '',
    readers: [],
    sources: [],
    expiry: dayOf(new Date(now.getTime() + YEAR_MS)),
  };
}

export function valuesOf(collection: string, draft: FaqDraft): DraftValues {
  const { question, paraphrases, answer, languages, owner, readers, sources, expiresAt } = draft;
  return {
    collection,
    question,
    paraphrases: paraphrases.join('\n'),
    answer,
    languages: [...languages],
    owner,
    readers: [...readers],
    sources: [...sources],
    expiry: dayOf(new Date(expiresAt)),
  };
}

export function draftOf(values: DraftValues): FaqDraft {
  const { question, answer, owner, sources, expiry } = values;
  return {
    question: question.trim(),
    paraphrases: wordingsIn(values.paraphrases),
    answer: answer.trim(),
    languages: languagesOf(values.languages),
    owner: owner.trim(),
    readers: roles.filter((role) => values.readers.includes(role)),
    sources: [...sources],
    expiresAt: endOfDay(expiry ?? '').toISOString(),
  };
}

export function wordingsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const roles = [
  'member',
  'agent',
  'supervisor',
  'knowledge-editor',
  'administrator',
  'auditor',
  'privacy-officer',
] as const satisfies FaqDraft['readers'];

function languagesOf(chosen: readonly string[]): FaqDraft['languages'] {
  if (!chosen.includes('zh')) return ['en'];
  return chosen.includes('en') ? ['en', 'zh'] : ['zh'];
}
