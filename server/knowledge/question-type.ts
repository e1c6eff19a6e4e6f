const NUMBER = String.raw`(?:\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety|hundred)\b|[一二三四五六七八九十百千万两半]+)`;
const MONTH_OR_DAY =
  'January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|noon|midnight';
const SPAN =
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|characters|秒|分钟|小时|天|日|周|星期|月|年|次|岁|工作日';

/** What a question asks for, and what a sentence that answers it holds. */
interface QuestionType {
  readonly asks: RegExp;
  readonly holds: RegExp;
}

const money: QuestionType = {
  asks: /\bhow much\b|\b(?:fees?|costs?|price|charges?|allowance|limit|amount|salary)\b|多少钱|收费|费用|工本费|手续费|金额|限额|额度|补贴|补助|工资/iu,
  holds: new RegExp(
    String.raw`[$€£¥￥]\s*\d|${NUMBER}\s*(?:元|万|dollars?|euros?|pounds?)|\d\s*%|\bfree\b|免费|免收`,
    'iu',
  ),
};
const rate: QuestionType = {
  asks: /\b(?:interest|rate|percent\w*|share|proportion|discount)\b|利率|比例|百分|折扣|汇率/iu,
  holds: /\d\s*%|per ?cent|百分之/iu,
};
const moment: QuestionType = {
  asks: /\bwhen\b|\bwhat (?:time|date|day|year)\b|\buntil what\b|\bopening hours\b|何时|什么时候|什么时间|几点|几号|哪一?[年天月日]|几月|时间是/iu,
  holds: new RegExp(
    String.raw`\d{1,2}[:：]\d{2}|\d{4}|\b(?:${MONTH_OR_DAY})\b|${NUMBER}\s*[年月日点时号]|${NUMBER}\s*(?:business |working |calendar )?(?:days?|hours?|weeks?|months?)\b`,
    'iu',
  ),
};
const duration: QuestionType = {
  asks: /\bhow (?:long|soon|fast|quickly|often|old|late|early)\b|\bhow many (?:[a-z]+ ){0,2}(?:days?|weeks?|months?|years?|hours?|minutes?)\b|多久|多长时间|几[天年周次个日]|多少[天年次个]/iu,
  holds: new RegExp(
    String.raw`${NUMBER}[\s-]*个?(?:business |working |calendar |full |工作)*(?:${SPAN})|immediately|立即|每[天日周月年]|\b(?:daily|weekly|monthly|yearly|annually|once|twice)\b`,
    'iu',
  ),
};
const count: QuestionType = {
  asks: /\bhow (?:many|much)\b|\bwhat number\b|多少|第几|几[个位名种]|多[高重大深远宽]/iu,
  holds: new RegExp(NUMBER, 'iu'),
};
const mailbox: QuestionType = {
  asks: /\be-?mail\b|邮箱|邮件|电邮|電郵|郵箱|電子郵件/iu,
  holds: /\S@\S|\[EMAIL/iu,
};
const telephone: QuestionType = {
  asks: /\b(?:phone|call|hotline|telephone)\b|电话|热线|拨打|電話|熱線|撥打/iu,
  holds: /\+?\d[\d -]{6,}|\[(?:PHONE|CN_(?:MOBILE|LANDLINE|PHONE))/iu,
};

const types: readonly QuestionType[] = [money, rate, moment, duration, count, mailbox, telephone];

/** Share of the kinds of answer a question asks for (money, time, number, address …) that a sentence holds, 0 to 1. */
export function answersType(question: string): (sentence: string) => number {
  const asked = types.filter((type) => type.asks.test(question));
  return (sentence) =>
    asked.length === 0 ? 0 : asked.filter((type) => type.holds.test(sentence)).length / asked.length;
}
