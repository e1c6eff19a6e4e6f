import { describe, expect, it } from 'vitest';
import { leansOnContext } from '../../../../server/knowledge/faq/leans-on-context.ts';
import {
  type Difference,
  differenceOf,
  readQuestion,
} from '../../../../server/knowledge/faq/same-question.ts';

const noVector = new Float32Array();

/** As if the embedder found them as close as this. */
function compare(asked: string, known: string, cosine = 1): Difference | undefined {
  return differenceOf(readQuestion(asked, noVector), readQuestion(known, noVector), cosine);
}

describe('differenceOf', () => {
  it.each([
    [
      'What is the yearly fee for the Gold credit card?',
      'How much is the annual fee for the Gold credit card?',
    ],
    [
      'When I travel for work, what may the hotel cost per night?',
      'What may a hotel cost per night when I travel for work?',
    ],
    ['I typed the wrong PIN 3 times, what happens?', 'What happens if I type the wrong PIN three times?'],
    [
      'When can I fly business class on business trips?',
      'When am I allowed to fly business class on a business trip?',
    ],
    [
      'Which email address do customers send complaints to?',
      'Which e-mail address can customers send a complaint to?',
    ],
    ['員工一年有幾天全薪病假？', '员工每年有几天全薪病假？'],
    ['手机银行最多能在几台设备上登录?', '手机银行最多可以在几台设备上登录？'],
  ])('takes “%s” for “%s”', (asked, known) => {
    expect(compare(asked, known)).toBeUndefined();
  });

  it.each<[string, string, Difference]>([
    ['What is the daily limit for the credit card?', 'What is the daily limit for the debit card?', 'word'],
    ['What is the monthly limit for the debit card?', 'What is the daily limit for the debit card?', 'word'],
    ['What is the limit for the debit card abroad?', 'What is the limit for the debit card?', 'word'],
    ['What happens after two wrong PINs?', 'What happens after three wrong PINs?', 'word'],
    ['汇入汇款的截止时间是几点？', '汇出汇款的截止时间是几点？', 'word'],
    ['二类账户一天最多可以转账多少？', '三类账户一天最多可以转账多少？', 'word'],
    ['When am I not allowed to fly business class?', 'When am I allowed to fly business class?', 'word'],
    [
      'Is the annual fee of the Gold card charged?',
      'Is the annual fee of the Gold card not charged?',
      'negation',
    ],
    [
      'How do I move money from savings to checking?',
      'How do I move money from checking to savings?',
      'direction',
    ],
    ['When can I close my account?', 'How can I close my account?', 'kind'],
    ['Why is the branch open on Saturday?', 'Is the branch open on Saturday?', 'kind'],
    ['What is the annual credit card fee?', 'What is the annual Gold credit card fee?', 'name'],
    ['?', 'What is the fee?', 'empty'],
  ])('tells “%s” from “%s”, whatever the cosine', (asked, known, difference) => {
    expect(compare(asked, known)).toBe(difference);
  });

  it('asks for more when a word is left out', () => {
    const [asked, known] = [
      'When may I fly business class on a trip?',
      'When may I regularly fly business class on a trip?',
    ];
    expect(compare(asked, known, 0.95)).toBeUndefined();
    expect(compare(asked, known, 0.9)).toBe('meaning');
    expect(compare(known, known, 0.9)).toBeUndefined();
    expect(compare(known, known, 0.5)).toBe('meaning');
  });
});

describe('leansOnContext', () => {
  it.each([
    'And for part-time staff?',
    'How long does it last?',
    'What about Saturday?',
    '那兼职员工呢？',
    '它多久有效？',
  ])('“%s” needs what was said before', (question) => {
    expect(leansOnContext(question)).toBe(true);
  });

  it.each(['How long is a mortgage offer valid?', '一年期定期存款的利率是多少？'])(
    '“%s” stands alone',
    (question) => {
      expect(leansOnContext(question)).toBe(false);
    },
  );
});
