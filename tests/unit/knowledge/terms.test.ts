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
    ['Café CAFÉ ＣＡＦＥ́', ['cafe', 'cafe', 'cafe']],
    ['信用卡年費', ['信用', '用卡', '卡年', '年费']],
    ['AB-1200', ['ab1200', 'ab', '1200']],
    ['型号X200t', ['型号', 'x200t', '200']],
    ['', []],
  ])('of %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ['信用卡年費與開戶', '信用卡年费与开户'],
    ['請問怎麼申請年假？', '请问怎么申请年假？'],
    ['衞生署與乾燥', '卫生署与干燥'],
  ])('%j and %j are one and the same in either script', (traditional, simplified) => {
    expect(termsOf(traditional)).toEqual(termsOf(simplified));
    expect(questionTerms(traditional)).toEqual(questionTerms(simplified));
  });

  test.each(['AB1200', 'AB 1200', 'ab-1200', 'AB_1200', 'ＡＢ－１２００'])(
    'the product code in %j is found by any way of writing it',
    (written) => {
      const found = new Set(termsOf(`The terminal ${written} is out of order.`));
      for (const asked of ['AB1200', 'AB-1200', 'ab 1200'])
        expect(questionTerms(asked).some((term) => found.has(term))).toBe(true);
    },
  );

  test('a hostile run of hyphens costs no more than its length', () => {
    expect(termsOf('a-'.repeat(500_000))).toEqual([]);
  });

  test('a question loses the words that only ask', () => {
    expect(questionTerms('请问怎么申请年假？')).toEqual(['申请', '请年', '年假']);
    expect(questionTerms('How can I apply for leave, and when do I apply?')).toEqual(['appli', 'leav']);
  });

  test('of a very long question are its first 64', () => {
    const letters = Array.from('bcdfghjklmnpqrt');
    const words = letters.flatMap((left) => letters.map((right) => `x${left}${right}z`)).slice(0, 200);
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
