import type { EntityFamily, Span } from '../rule.ts';
import { wholeMatch } from '../rule.ts';
import { isPlausibleDate } from '../validators/calendar.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DATE =
  /(?:\d{4}年\d{1,2}月\d{1,2}[日号]?|\d{2}年\d{1,2}月(?:\d{1,2}[日号])?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{8}|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Za-z]{3,9},? \d{4}|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号])/y;

/** Facts that identify a person together with others: date of birth, age, pay and what a form says about them. */
export const lifeFacts: EntityFamily = {
  types: [
    {
      id: 'DATE_OF_BIRTH',
      label: 'DOB',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: [
        'dob',
        'date of birth',
        'birth date',
        'birthdate',
        'birthday',
        'born',
        'born on',
        '出生日期',
        '出生年月',
        '出生',
        '生日',
        '生于',
        '出生于',
      ],
    },
    {
      id: 'AGE',
      label: 'AGE',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: ['age', 'aged', '年龄', '周岁', '今年'],
    },
    {
      id: 'SALARY_AMOUNT',
      label: 'AMOUNT',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: [
        'salary',
        'annual salary',
        'income',
        'annual income',
        'compensation',
        'balance',
        'account balance',
        '工资',
        '月薪',
        '年薪',
        '收入',
        '年收入',
        '月收入',
        '余额',
        '贷款余额',
        '房贷余额',
      ],
    },
    {
      id: 'GENDER',
      label: 'GENDER',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: ['gender', 'sex', '性别'],
    },
    {
      id: 'ETHNICITY',
      label: 'ETHNICITY',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: ['ethnicity', 'ethnic group', '民族'],
    },
    {
      id: 'POLITICAL',
      label: 'POLITICS',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: ['political affiliation', '政治面貌'],
    },
    {
      id: 'MARITAL_FAMILY',
      label: 'MARITAL',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: ['marital status', '婚姻状况', '婚姻', '婚否'],
    },
    {
      id: 'HEALTH_CONDITION',
      label: 'HEALTH',
      tier: 'attribute',
      locale: '*',
      canonical: 'spaced',
      context: [
        'diagnosis',
        'diagnosed with',
        'prescribed',
        'medical history',
        '诊断',
        '诊断为',
        '初步诊断',
        '确诊',
        '确诊为',
        '患有',
        '病史',
        '既往史',
        '过敏史',
        '服用',
        '主诉',
      ],
    },
  ],
  rules: [
    {
      id: 'date-of-birth',
      type: 'DATE_OF_BIRTH',
      kind: 'label',
      validator: 'calendar, context',
      score: 0.8,
      value: DATE,
      accept: dateFound,
    },
    {
      id: 'age-labelled',
      type: 'AGE',
      kind: 'label',
      validator: '0 to 130, context',
      score: 0.7,
      value: /\d{1,3}/y,
      accept: ageFound,
    },
    {
      id: 'age-in-years',
      type: 'AGE',
      kind: 'pattern',
      validator: '0 to 130',
      score: 0.7,
      context: 'free',
      pattern: /\d{1,3}(?:周岁|岁| years old|-year-old)/g,
      accept: ageFound,
    },
    {
      id: 'salary-amount',
      type: 'SALARY_AMOUNT',
      kind: 'label',
      validator: 'number, context',
      score: 0.7,
      value:
        /(?:[$¥€£]|RMB|USD|CNY|HKD|EUR|人民币)? ?\d[\d,]{0,15}(?:\.\d{1,2})?(?: ?(?:万元|万|元|千|k))?/iy,
      accept: wholeMatch,
    },
    {
      id: 'gender',
      type: 'GENDER',
      kind: 'label',
      validator: 'word list, context',
      score: 0.7,
      value: /男|女|female|male|[FM]\b/iy,
      accept: wholeMatch,
    },
    {
      id: 'ethnicity',
      type: 'ETHNICITY',
      kind: 'label',
      validator: 'context',
      score: 0.7,
      value: /[\u4e00-\u9fff]{1,4}族|[A-Z][a-z]{2,15}/y,
      accept: wholeMatch,
    },
    {
      id: 'political',
      type: 'POLITICAL',
      kind: 'label',
      validator: 'word list, context',
      score: 0.7,
      value: /中共党员|党员|共青团员|团员|群众|民主党派|无党派/y,
      accept: wholeMatch,
    },
    {
      id: 'marital-family',
      type: 'MARITAL_FAMILY',
      kind: 'label',
      validator: 'word list, context',
      score: 0.7,
      value: /已婚|未婚|离异|离婚|丧偶|married|single|divorced|widowed/iy,
      accept: wholeMatch,
    },
    {
      id: 'health-condition',
      type: 'HEALTH_CONDITION',
      kind: 'label',
      validator: 'context',
      score: 0.6,
      value: /[\u4e00-\u9fffA-Za-z0-9][\u4e00-\u9fffA-Za-z0-9 -]{1,40}/y,
      accept: wholeMatch,
    },
  ],
};

function dateFound(match: RegExpExecArray): Span | undefined {
  const numbers = (match[0].match(/\d+/g) ?? []).map(Number);
  const isWord = /[A-Za-z]{3}/.test(match[0]);
  if (isWord && !months.some((month) => match[0].toLowerCase().includes(month))) return undefined;
  return numbers.length < 3 || isWord || isDate(match[0], numbers) ? wholeMatch(match) : undefined;
}

/** Year first, or day and month in either order with the year last. */
function isDate(written: string, numbers: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = numbers;
  if (/^\d{4}/.test(written)) return isPlausibleDate(first, second, third);
  const year = third < 100 ? 1900 + third : third;
  return isPlausibleDate(year, second, first) || isPlausibleDate(year, first, second);
}

function ageFound(match: RegExpExecArray, text: string): Span | undefined {
  const isOther =
    /\d/.test(text.charAt(match.index - 1)) || /\d/.test(text.charAt(match.index + match[0].length));
  return Number.parseInt(match[0], 10) <= 130 && !isOther ? wholeMatch(match) : undefined;
}
