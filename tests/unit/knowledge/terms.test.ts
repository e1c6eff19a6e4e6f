import { describe, expect, test } from 'vitest';
import { stem } from '../../../server/knowledge/stem.ts';
import { questionTerms, termsOf } from '../../../server/knowledge/terms.ts';

describe('terms', () => {
  test.each<[string, readonly string[]]>([
    ['The employees are carrying over leave', ['employe', 'carri', 'leav']],
    ['fees of $1,000.50 and 3.5%', ['fee', '1000.50', '3.5']],
    ['年假申请的流程', ['年假', '假申', '申请', '流程']],
    ['ERP审批，２０２６年', ['erp', '审批', '2026', '年']],
    ['Call [PERSON_3K] or [CN_MOBILE_1A]', ['call', '[PERSON_3K]', '[CN_MOBILE_1A]']],
    ['Café café', ['café', 'café']],
    ['', []],
  ])('of %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test('a question loses the words that only ask', () => {
    expect(questionTerms('请问怎么申请年假？')).toEqual(['申请', '请年', '年假']);
    expect(questionTerms('How can I apply for leave, and when do I apply?')).toEqual(['appli', 'leav']);
  });

  test('of a very long question are its first 64', () => {
    const words = Array.from(
      { length: 200 },
      (_, at) => `word${String.fromCodePoint(0x61 + (at % 26))}${at}x`,
    );
    expect(questionTerms(words.join(' '))).toEqual(termsOf(words.slice(0, 64).join(' ')));
    expect(questionTerms('年'.repeat(200_000))).toEqual(['年年']);
  });
});

describe('stems', () => {
  test.each([
    ['policies', 'policy'],
    ['applies', 'applying'],
    ['applied', 'apply'],
    ['reimbursed', 'reimbursement'],
    ['approval', 'approve'],
    ['hopping', 'hop'],
    ['transfers', 'transferred'],
    ['expenses', 'expense'],
  ])('%s and %s are one term', (left, right) => {
    expect(stem(left)).toBe(stem(right));
  });
});
