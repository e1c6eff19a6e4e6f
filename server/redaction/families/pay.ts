import type { EntityType } from '../entity-type.ts';
import { type LabelRule, type RuleTests, wholeMatch } from '../rule.ts';

export const payType: EntityType = {
  id: 'SALARY_AMOUNT',
  label: 'AMOUNT',
  tier: 'attribute',
  locale: '*',
  canonical: 'exact',
  context: (
    'salary|annual salary|monthly salary|base salary|base pay|gross pay|net pay|take-home pay|income|annual income|monthly income|household income|' +
    'compensation|total compensation|wage|wages|hourly rate|bonus|pension|net worth|balance|account balance|outstanding balance|loan balance|' +
    '工资|月工资|基本工资|月薪|年薪|薪资|薪水|薪酬|底薪|税前|税后|税前月薪|税后月薪|收入|年收入|月收入|家庭年收入|年终奖|奖金|退休金|养老金|' +
    '余额|账户余额|存款|贷款|贷款余额|房贷|房贷余额|月供|欠款|负债|净资产|期望薪资|实发工资|应发工资'
  ).split('|'),
};

/** An amount right after a word for pay, in one of its written forms. */
function amount(
  id: string,
  locale: string,
  validator: string,
  score: number,
  value: RegExp,
  tests: RuleTests,
): LabelRule {
  return {
    id,
    type: 'SALARY_AMOUNT',
    kind: 'label',
    locale,
    validator,
    score,
    value,
    accept: wholeMatch,
    tests,
  };
}

export const payRules: readonly LabelRule[] = [
  amount(
    'pay-number',
    '*',
    'number with separators, context',
    0.6,
    /\d[\d,]{2,15}(?:\.\d{1,2})?(?: ?(?:元|块|per (?:year|month|hour|annum)|\/ ?(?:year|month|hour|yr|mo|hr|月|年)))?/y,
    {
      found: ['salary: ⟦85,000⟧', '工资：⟦12000元⟧', 'income ⟦85,000 per year⟧'],
      ignored: ['salary grade', 'room 85,000', '工资12'],
    },
  ),
  amount(
    'pay-symbol',
    '*',
    'currency symbol, context',
    0.75,
    /[$¥€£₹₩￥] ?\d[\d,]{0,15}(?:\.\d{1,2})?(?: ?(?:million|thousand|万元|万|k|m))?(?: ?(?:\/|per|a|an) ?(?:year|month|hour|annum|yr|mo|hr|月|年))?/iy,
    {
      found: ['Her salary is ⟦$85,000⟧', '月薪⟦¥15000⟧', 'compensation: ⟦£95k per annum⟧'],
      ignored: ['price $85,000', 'salary $'],
    },
  ),
  amount(
    'pay-iso-code',
    '*',
    'ISO 4217 code, context',
    0.75,
    /(?:(?:RMB|USD|CNY|HKD|EUR|GBP|JPY|SGD|AUD|CAD|TWD|INR|人民币|美元|港币) ?\d[\d,]{0,15}(?:\.\d{1,2})?(?:万元|万|元|k)?|\d[\d,]{0,15}(?:\.\d{1,2})? ?(?:RMB|USD|CNY|HKD|EUR|GBP|JPY|SGD|AUD|CAD|TWD|INR|euros|dollars|pounds|美元|港币|欧元))/iy,
    {
      found: ['salary: ⟦USD 85,000⟧', '余额：⟦人民币350000元⟧', 'income: ⟦85,000 EUR⟧'],
      ignored: ['cost USD 85,000', 'salary USD'],
    },
  ),
  amount(
    'pay-wan',
    'CN',
    'number and 万, 千 or k, context',
    0.75,
    /\d[\d,]{0,9}(?:\.\d{1,2})? ?(?:万元|万|千元|千|k|w|百万)(?:左右|多|以上)?(?:\/[月年])?/iy,
    {
      found: ['年薪⟦30万⟧', '月薪：⟦2.5万元⟧', '工资⟦15k⟧'],
      ignored: ['人口30万', '年薪30'],
    },
  ),
  amount(
    'pay-range',
    '*',
    'two amounts, context',
    0.78,
    /[$¥€£]? ?\d[\d,.]{0,9}(?:k|w|万|千)? ?[-~～至到] ?[$¥€£]?\d[\d,.]{0,9}(?:k|w|万元|万|千|元)(?:\/[月年])?/iy,
    {
      found: ['薪资：⟦15-20k⟧', 'salary: ⟦$80k - $95k⟧', '期望薪资⟦2万至3万元⟧'],
      ignored: ['章节15-20k', '薪资15-20'],
    },
  ),
  amount(
    'pay-chinese-numerals',
    'CN',
    'Chinese numerals, context',
    0.75,
    /[一二三四五六七八九十百千万两零壹贰叁肆伍陆柒捌玖拾佰仟亿]{1,14}(?:元整|元|块钱|块|万元)/y,
    {
      found: ['月薪⟦一万五千元⟧', '欠款⟦叁拾伍万元整⟧'],
      ignored: ['奖品五百元', '月薪若干元'],
    },
  ),
];
