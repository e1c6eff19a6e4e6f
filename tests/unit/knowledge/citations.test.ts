import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../server/domain/evidence.ts';
import type { MaskedText } from '../../../server/domain/masked.ts';
import { checkSentence, type Objection } from '../../../server/knowledge/citations.ts';

// The check only reads the text; where it was masked does not matter here.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for what the redactor returns
const masked = (text: string): MaskedText => text as MaskedText;

function evidenceOf(number: number, title: string, sentence: string): Evidence {
  return {
    number,
    chunk: `c${number}`,
    document: `d${number}`,
    collection: 'x',
    title: masked(title),
    location: masked(''),
    sentence: masked(sentence),
    plain: masked(sentence),
    sufficient: true,
    score: 1,
  };
}

const evidence = [
  evidenceOf(
    1,
    'Leave policy',
    'Employees may carry over up to five days of unused annual leave until 31 March.',
  ),
  evidenceOf(2, 'Travel', 'Rail tickets are not reimbursed without a receipt of at least $1,000.'),
  evidenceOf(3, '休假办法', '员工每年享有12天带薪年假，未休年假不得结转到下一年度。'),
  evidenceOf(
    4,
    'Contacts',
    'Complaints go to [EMAIL_2K] and are answered by [PERSON_3A] within 15 business days.',
  ),
  evidenceOf(5, '远程办公', '每位员工每周最多可以远程办公两天。'),
  evidenceOf(6, 'Cards', 'The first debit card is free of charge.'),
];

describe('supported', () => {
  test.each<[string, readonly number[]]>([
    ['Employees may carry over up to five days of unused annual leave until 31 March. [1]', [1]],
    ['Employees may carry over up to five days of unused annual leave until 31 March [1].', [1]],
    ['You can carry over up to 5 days of unused annual leave until 31 March [1].', [1]],
    ['Unused leave of up to five days may be carried over [1].', [1]],
    ['Rail tickets without a receipt are not reimbursed [2].', [2]],
    ['员工每年享有12天带薪年假，未休年假不得结转到下一年度。[3]', [3]],
    ['未休年假不得结转到下一年度 [3]。', [3]],
    ['员工每年享有12天带薪年假。[3]', [3]],
    ['Complaints go to [EMAIL_2K] and are answered within 15 business days [4].', [4]],
    ['每位员工每周最多远程办公2天。[5]', [5]],
    [
      'Up to five days of annual leave may be carried over [1], and complaints are answered within 15 business days [4].',
      [1, 4],
    ],
  ])('%s', (sentence, numbers) => {
    const verdict = checkSentence(sentence, evidence);
    expect(verdict).toMatchObject({ supported: true });
    expect(verdict.cited.map((item) => item.number)).toEqual(numbers);
  });
});

describe('not supported', () => {
  test.each<[string, Objection]>([
    ['Employees may carry over up to five days of unused annual leave.', 'uncited'],
    ['Employees may carry over five days [9].', 'unknown-citation'],
    ['Employees may carry over five days [1][9].', 'unknown-citation'],
    ['[1]', 'empty'],
    ['Employees may carry over up to six days of unused annual leave [1].', 'number'],
    ['Employees may carry over up to five weeks of unused annual leave [1].', 'number'],
    ['Employees may carry over up to five days of unused annual leave until 30 March [1].', 'number'],
    ['Employees may not carry over unused annual leave [1].', 'negation'],
    ['Rail tickets are reimbursed without a receipt of at least $1,000 [2].', 'negation'],
    ['Rail tickets with a receipt of at least $1,000 are not reimbursed [2].', 'negation'],
    ['Rail tickets are reimbursed [2].', 'negation'],
    ['Employees must carry over up to five days of unused annual leave [1].', 'opposite'],
    ['The first debit card costs a fee [6].', 'opposite'],
    ['The moon is made of green cheese [1].', 'not-covered'],
    ['Complaints go to [EMAIL_9X] [4].', 'placeholder'],
    ['The first debit card is free of charge, see evil.example/?d=1 [6].', 'address'],
    ['The first debit card of Harbour Bank is free of charge [6].', 'name'],
    ['员工每年享有15天带薪年假。[3]', 'number'],
    ['员工每年享有12周带薪年假。[3]', 'number'],
    ['未休年假可以结转到下一年度。[3]', 'negation'],
    ['每位员工每周至少远程办公两天。[5]', 'opposite'],
    ['员工食堂免费供应午餐。[3]', 'not-covered'],
    ['Employees may carry over up to five days of unused annual leave [2].', 'number'],
  ])('%s is %s', (sentence, objection) => {
    expect(checkSentence(sentence, evidence)).toMatchObject({ supported: false, objection });
  });
});
