import type { EntityType } from '../entity-type.ts';
import { type Rule, type RuleTests, type Span, wholeMatch } from '../rule.ts';
import { isPlausibleDate } from '../validators/calendar.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

export const birthType: EntityType = {
  id: 'DATE_OF_BIRTH',
  label: 'DOB',
  tier: 'indirect',
  locale: '*',
  canonical: 'exact',
  context: (
    'dob|d.o.b.|d.o.b|date of birth|birth date|birthdate|birthday|born|born on|born in|date de naissance|geburtsdatum|geboren am|fecha de nacimiento|' +
    '出生日期|出生年月|出生年月日|出生时间|出生|生日|生于|出生于|公历生日|农历生日|阴历生日|誕生日|生年月日|생년월일'
  ).split('|'),
};

/** A date right after a word for birth, in one of its written forms. */
function dated(
  id: string,
  locale: string,
  validator: string,
  value: RegExp,
  accept: (match: RegExpExecArray, text: string) => Span | undefined,
  tests: RuleTests,
): Rule {
  return {
    id: `birth-${id}`,
    type: 'DATE_OF_BIRTH',
    kind: 'label',
    locale,
    validator: `${validator}, context`,
    score: 0.8,
    value,
    accept,
    tests,
  };
}

export const birthRules: readonly Rule[] = [
  dated('iso', '*', 'ISO 8601 and year first, calendar', /\d{4}[-/.] ?\d{1,2}[-/.] ?\d{1,2}/y, yearFirst, {
    found: ['DOB: ⟦1987-06-12⟧', '出生日期：⟦1987/6/12⟧', 'born ⟦1987.06.12⟧'],
    ignored: ['DOB: 1987-16-12', 'due 1987-06-12'],
  }),
  dated('compact', '*', 'eight digits, calendar', /\d{8}/y, compactDate, {
    found: ['出生日期：⟦19870612⟧', 'DOB ⟦19870612⟧'],
    ignored: ['出生日期：19871612', '单号19870612', 'DOB 198706121'],
  }),
  dated('day-or-month-first', '*', 'year last, calendar', /\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}/y, yearLast, {
    found: ['DOB: ⟦12/06/1987⟧', 'Date of birth ⟦06-12-87⟧', 'Geburtsdatum: ⟦12.06.1987⟧'],
    ignored: ['DOB: 41/16/1987', 'due 12/06/1987'],
  }),
  dated(
    'month-name-first',
    'en',
    'month by name, calendar',
    new RegExp(`${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`, 'iy'),
    wholeMatch,
    {
      found: ['born on ⟦June 12, 1987⟧', 'DOB: ⟦Sep. 3rd 1990⟧'],
      ignored: ['due June 12, 1987', 'born on Juno 12, 1987'],
    },
  ),
  dated(
    'day-first-month-name',
    'en',
    'month by name, calendar',
    new RegExp(`\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}\\.?,?[ -]\\d{4}`, 'iy'),
    wholeMatch,
    {
      found: ['born on ⟦12 June 1987⟧', 'dob ⟦3rd of March 1990⟧', 'DOB: ⟦12-Jun-1987⟧'],
      ignored: ['due 12 June 1987', 'born on 12 Juno 1987'],
    },
  ),
  dated(
    'month-and-day',
    'en',
    'birthday without a year',
    new RegExp(
      `(?:${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})\\b`,
      'iy',
    ),
    wholeMatch,
    {
      found: ['her birthday is ⟦June 12⟧', 'birthday: ⟦3rd of March⟧'],
      ignored: ['on June 12', 'birthday: soon'],
    },
  ),
  dated('zh', 'CN', 'year, month and day in Chinese', /\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?/y, zhDate, {
    found: ['出生日期：⟦1987年6月12日⟧', '生于⟦1987年⟧', '出生年月：⟦87年6月⟧'],
    ignored: ['成立于1987年6月', '出生日期：1987年16月12日'],
  }),
  dated(
    'zh-month-and-day',
    'CN',
    'birthday without a year',
    /(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?/y,
    wholeMatch,
    {
      found: ['生日是⟦6月12日⟧', '生日：⟦六月十二⟧'],
      ignored: ['6月12日发货', '生日快乐'],
    },
  ),
  dated(
    'zh-numerals',
    'CN',
    'Chinese numerals',
    /[一二][零〇一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?)?/y,
    wholeMatch,
    {
      found: ['出生于⟦一九八七年六月十二日⟧'],
      ignored: ['成立于一九八七年', '出生于三九八七年'],
    },
  ),
  dated(
    'lunar',
    'CN',
    'lunar calendar',
    /(?:\d{4}年)?(?:农历|阴历|腊月|正月|冬月|闰)[正一二三四五六七八九十冬腊]{0,2}月?(?:初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)/y,
    wholeMatch,
    {
      found: ['生日：⟦农历八月十五⟧', '生于⟦腊月初八⟧'],
      ignored: ['农历八月十五放假', '生日：农历新年'],
    },
  ),
  {
    id: 'birth-zh-suffix',
    type: 'DATE_OF_BIRTH',
    kind: 'list',
    locale: 'CN',
    words: ['日出生', '日生', '月出生', '月生', '年出生', '年生', '日生人', '月生人', '年生人', '号出生'],
    validator: 'date before a word for birth',
    score: 0.8,
    context: 'free',
    accept: dateBefore,
    tests: {
      found: ['李某，⟦1987年6月12日⟧出生', '王某，⟦1990年5月⟧生', '⟦1985年⟧生人'],
      ignored: ['次日生效', '全年生产', '1987年6月12日生效'],
    },
  },
  {
    id: 'date-of-birth-numeric-before-word',
    type: 'DATE_OF_BIRTH',
    kind: 'pattern',
    validator: 'year, month, day, word after',
    score: 0.8,
    context: 'free',
    needs: '生',
    pattern: /((?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}) ?(?:出生|生[,。;、) ])/g,
    accept: (match) => ({ start: match.index, end: match.index + (match[1]?.length ?? 0) }),
    tests: { found: ['原告，女，⟦1988-03-12⟧出生，汉族'], ignored: ['2024-03-12生产的批次'] },
  },
  {
    id: 'birth-month-first-before-birthday',
    type: 'DATE_OF_BIRTH',
    kind: 'list',
    locale: 'en',
    words: ['is my birthday', 'is her birthday', 'is his birthday'],
    validator: 'date before a word for birth',
    score: 0.7,
    context: 'free',
    accept: monthBefore,
    tests: {
      found: ['⟦June 12⟧ is my birthday'],
      ignored: ['today is my birthday', 'June is my birthday month'],
    },
  },
];

function yearFirst(match: RegExpExecArray, text: string): Span | undefined {
  const [year = 0, month = 0, day = 0] = numbersOf(match[0]);
  return isPlausibleDate(year, month, day) ? untilDigit(match, text) : undefined;
}

function yearLast(match: RegExpExecArray, text: string): Span | undefined {
  const [first = 0, second = 0, last = 0] = numbersOf(match[0]);
  const year = last < 100 ? 1900 + last : last;
  return isPlausibleDate(year, second, first) || isPlausibleDate(year, first, second)
    ? untilDigit(match, text)
    : undefined;
}

function compactDate(match: RegExpExecArray, text: string): Span | undefined {
  const written = match[0];
  const isDate = isPlausibleDate(
    Number(written.slice(0, 4)),
    Number(written.slice(4, 6)),
    Number(written.slice(6)),
  );
  return isDate ? untilDigit(match, text) : undefined;
}

function zhDate(match: RegExpExecArray): Span | undefined {
  const [, month = 1, day = 1] = numbersOf(match[0]);
  return month <= 12 && month > 0 && day <= 31 ? wholeMatch(match) : undefined;
}

function untilDigit(match: RegExpExecArray, text: string): Span | undefined {
  const span = wholeMatch(match);
  return /\d/.test(text.charAt(span.end)) ? undefined : span;
}

function numbersOf(written: string): readonly number[] {
  return (written.match(/\d+/g) ?? []).map(Number);
}

/** A Chinese date that ends with the first character of the word: `1990年5月` of `月生`. */
function dateBefore({ start, end }: Span, text: string): Span | undefined {
  const date = /\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?$/.exec(
    text.slice(Math.max(0, start - 12), start + 1),
  );
  const goesOn = /[\u4e00-\u9fff]/.test(text.charAt(end)) && text.slice(start + 1, end) === '生';
  return date === null || goesOn ? undefined : { start: start + 1 - date[0].length, end: start + 1 };
}

function monthBefore({ start }: Span, text: string): Span | undefined {
  const date = new RegExp(`${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)? $`, 'i').exec(
    text.slice(Math.max(0, start - 20), start),
  );
  return date === null ? undefined : { start: start - date[0].length, end: start - 1 };
}
