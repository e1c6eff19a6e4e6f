import { boundedMatch, compactUpper } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isUscc } from '../validators/uscc.ts';

const USCC =
  /[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{2}[ .-]?\d{6}[ .-]?[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{9}[ .-]?[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]/g;
const GROUPED = /[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y](?:[ .\n-]?[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]){17}/g;

/** Unified social credit code (GB 32100-2015). */
export const organisationIds: EntityFamily = {
  types: [
    {
      id: 'CN_USCC',
      label: 'ORG_ID',
      tier: 'indirect',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '统一社会信用代码',
        '社会信用代码',
        '信用代码',
        '统一代码',
        '社会组织代码',
        '机关代码',
        '纳税人识别号',
        '税号',
        'unified social credit code',
        'social credit code',
        'credit code',
        'uscc',
      ],
    },
  ],
  rules: [
    {
      id: 'cn-uscc',
      type: 'CN_USCC',
      kind: 'pattern',
      validator: 'GB 32100 mod 31',
      score: 0.95,
      context: 'free',
      pattern: USCC,
      accept: unannouncedUsccFound,
    },
    {
      id: 'cn-uscc-grouped',
      type: 'CN_USCC',
      kind: 'pattern',
      validator: 'GB 32100 mod 31, context',
      score: 0.9,
      context: 'required',
      pattern: GROUPED,
      accept: usccFound,
    },
  ],
};

function usccFound(match: RegExpExecArray, text: string): Span | undefined {
  const code = compactUpper(match[0]);
  return /^[1-9A-HJ-NP-RTUW-Y][1-59]/.test(code) && isUscc(code) ? boundedMatch(match, text) : undefined;
}

/** One of 31 numbers of 18 digits passes the check by chance: without a letter, or from an office that registers nobody, it takes the word. */
function unannouncedUsccFound(match: RegExpExecArray, text: string): Span | undefined {
  return /^[159ANY]/i.test(match[0]) && /[A-Za-z]/.test(match[0]) ? usccFound(match, text) : undefined;
}
