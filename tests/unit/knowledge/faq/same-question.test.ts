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
    ['How many guests can I invite at once?', 'How many visitors may I invite at the same time?'],
    ['What is the maximum number of tickets I can buy?', 'How many tickets may I purchase?'],
    ['Who signs off on orders over $2,000?', 'Who approves orders above 2000 $?'],
    ['What do I have to do to order a taxi?', 'How do I order a taxi?'],
    ['Do I require a badge for the archive?', 'Do I need a badge for the archive?'],
    ['How long is mail from customers retained?', 'How long is the mail of customers kept?'],
    ['礼拜三几点钟开会？', '周三几点开会？'],
    ['三千元的订单谁来签？', '3000元的订单由谁签？'],
    ['忘记带工牌应该怎么办？', '忘带工牌怎么办？'],
    ['要不要带身份证？', '需要带身份证吗？'],
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
      'If the order is not paid, is the parcel sent?',
      'If the order is paid, is the parcel not sent?',
      'negation',
    ],
    [
      'How do I move money from savings to checking?',
      'How do I move money from checking to savings?',
      'direction',
    ],
    ['When can I close my account?', 'How can I close my account?', 'kind'],
    ['Why is the branch open on Saturday?', 'Is the branch open on Saturday?', 'kind'],
    ['What is the annual credit card fee?', 'What is the annual Gold credit card fee?', 'word'],
    ['How many hours may I work?', 'How many hours of overtime may I work?', 'word'],
    ['When will my new card come?', 'How many new cards will come?', 'kind'],
    [
      'How long is the boiler inspected by the plumber?',
      'How often is the boiler inspected by the plumber?',
      'kind',
    ],
    ['Who needs approval for long trips abroad?', 'Who approves long trips abroad?', 'kind'],
    ['Where are the cards delivered?', 'I want my card delivered.', 'kind'],
    ['What is the most that a guest at the hotel pays?', 'What does a guest at the hotel pay?', 'word'],
    ['What is the maximum weight of a parcel?', 'What is the weight of a parcel?', 'limit'],
    [
      'Which documents do I get when I register a car?',
      'Which documents do I need to register a car?',
      'duty',
    ],
    ['Must I pay the invoice by card?', 'Can I pay the invoice by card?', 'duty'],
    ['起飞前几小时可以网上退票？', '起飞前几天可以网上退票？', 'word'],
    ['打印机多久检查一次？', '打印机检查多久？', 'word'],
    ['总机坏了谁打电话？', '总机坏了给谁打电话？', 'word'],
    ['?', 'What is the fee?', 'empty'],
  ])('tells “%s” from “%s”, whatever the cosine', (asked, known, difference) => {
    expect(compare(asked, known)).toBe(difference);
  });

  it('asks for more when a light word is left out, or there are few', () => {
    const [asked, known] = [
      'How long until the courier comes?',
      'How long does it take until the courier comes?',
    ];
    expect(compare(asked, known, 0.9)).toBeUndefined();
    expect(compare(asked, known, 0.8)).toBe('meaning');
    const [late, lately] = [
      'When does the courier from the north come?',
      'The courier from the north comes when?',
    ];
    expect(compare(late, lately, 0.6)).toBeUndefined();
    expect(compare(late, lately, 0.4)).toBe('meaning');
    expect(compare('How do I top up?', 'How can I top up?', 0.8)).toBe('meaning');
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
