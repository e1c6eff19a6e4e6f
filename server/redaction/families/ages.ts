import type { EntityType } from '../entity-type.ts';
import type { Rule, Span } from '../rule.ts';
import { smallNumber } from '../written-forms.ts';

/** Digits or Chinese numerals right before a word, and what may stand between. */
const NUMBER_BEFORE = /(?:\d{1,3}|[零一二三四五六七八九十百]{1,5})(?: |-)?$/;
/** Under this age a person's data are sensitive (PIPL art. 28). */
const MINOR_BELOW = 14;

export const ageType: EntityType = {
  id: 'AGE',
  label: 'AGE',
  tier: 'attribute',
  locale: '*',
  canonical: 'exact',
  context: ['age', 'aged', 'age is', '年龄', '年齡', '周岁', '虚岁', '今年', '年仅', '享年', '现年'],
};

export const ageRules: readonly Rule[] = [
  {
    id: 'age-labelled',
    type: 'AGE',
    kind: 'label',
    validator: '0 to 130, context',
    score: 0.7,
    value: /\d{1,3}/y,
    accept: (match, text) => {
      const end = match.index + match[0].length;
      const goesOn = /[\d.,%/:年月-]/.test(text.charAt(end));
      return Number(match[0]) <= 130 && !goesOn ? { start: match.index, end } : undefined;
    },
    tests: { found: ['age: ⟦42⟧', '年龄：⟦35⟧', 'aged ⟦7⟧'], ignored: ['age: 420', '今年3月', 'page 42'] },
  },
  {
    id: 'age-zh',
    type: 'AGE',
    kind: 'list',
    locale: 'CN',
    words: ['岁', '周岁', '歲', '周歲', '岁半', '虚岁'],
    validator: '0 to 130, digits or Chinese numerals',
    score: 0.7,
    context: 'free',
    accept: (word, text) => ageBefore(word, text, 130),
    tests: { found: ['患者⟦35岁⟧', '⟦六十二岁⟧的老人', '⟦5岁半⟧'], ignored: ['350岁', '岁月', '百岁山'] },
  },
  {
    id: 'age-in-years',
    type: 'AGE',
    kind: 'list',
    locale: 'en',
    words: [
      'years old',
      '-year-old',
      '-years-old',
      'yrs old',
      'y/o',
      'yo',
      'years of age',
      'yr old',
      '-yr-old',
      'y.o.',
    ],
    validator: '0 to 130',
    score: 0.7,
    context: 'free',
    accept: (word, text) => ageBefore(word, text, 130),
    tests: {
      found: ['She is ⟦42 years old⟧', 'a ⟦7-year-old⟧ boy', '⟦35 y/o⟧ male', '⟦67yo⟧'],
      ignored: ['a 200-year-old oak', 'years old', 'v1.2 yo'],
    },
  },
  {
    id: 'age-decade-en',
    type: 'AGE',
    kind: 'list',
    locale: 'en',
    words: [
      'twenties',
      'thirties',
      'forties',
      'fifties',
      'sixties',
      'seventies',
      'eighties',
      'nineties',
    ].flatMap((decade) =>
      ['his', 'her', 'their', 'my'].flatMap((whose) => [
        `in ${whose} ${decade}`,
        `in ${whose} early ${decade}`,
        `in ${whose} mid ${decade}`,
        `in ${whose} late ${decade}`,
      ]),
    ),
    validator: 'a decade of somebody’s life',
    score: 0.6,
    context: 'free',
    tests: {
      found: ['a man ⟦in his forties⟧', 'She is ⟦in her late thirties⟧'],
      ignored: ['in the forties', 'in his forty days'],
    },
  },
  {
    id: 'age-decade-zh',
    type: 'AGE',
    kind: 'list',
    locale: 'CN',
    words: '二三四五六七八九'
      .split('')
      .flatMap((tens) => [
        `${tens}十多岁`,
        `${tens}十来岁`,
        `${tens}十几岁`,
        `年过${tens}旬`,
        `年近${tens}旬`,
      ]),
    validator: 'a decade of somebody’s life',
    score: 0.6,
    context: 'free',
    tests: { found: ['他⟦四十多岁⟧', '⟦年过七旬⟧的母亲'], ignored: ['四十多年', '七旬老'] },
  },
  {
    id: 'age-infant-zh',
    type: 'AGE',
    kind: 'list',
    locale: 'CN',
    words: ['个月大', '个月龄', '月龄', '个月婴儿', '天大'],
    validator: 'up to 36 months, or 60 days',
    score: 0.65,
    context: 'free',
    accept: (word, text) => ageBefore(word, text, 60),
    tests: { found: ['宝宝⟦8个月大⟧', '⟦6月龄⟧接种'], ignored: ['800个月大', '几个月大'] },
  },
  {
    id: 'age-infant-en',
    type: 'AGE',
    kind: 'list',
    locale: 'en',
    words: ['months old', '-month-old', 'weeks old', '-week-old', 'days old', '-day-old'],
    validator: 'up to 99',
    score: 0.65,
    context: 'free',
    accept: (word, text) => ageBefore(word, text, 99),
    tests: {
      found: ['a ⟦9-month-old⟧ baby', 'The baby is ⟦6 weeks old⟧'],
      ignored: ['300 days old', 'months old'],
    },
  },
];

export const minorType: EntityType = {
  id: 'MINOR',
  label: 'MINOR',
  tier: 'attribute',
  locale: '*',
  canonical: 'exact',
  context: (
    '未成年|未成年人|儿童|孩子|小孩|女儿|儿子|孙子|孙女|外孙|学生|小朋友|宝宝|患儿|幼儿|child|children|son|daughter|kid|minor|pupil|toddler|baby|' +
    'grandson|granddaughter|niece|nephew|boy|girl|patient'
  ).split('|'),
};

export const minorRules: readonly Rule[] = [
  {
    id: 'minor-age-zh',
    type: 'MINOR',
    kind: 'list',
    locale: 'CN',
    words: ['岁', '周岁', '歲', '岁半', '个月大', '月龄'],
    validator: 'age under 14, a child close by',
    score: 0.8,
    context: 'required',
    accept: (word, text) => ageBefore(word, text, MINOR_BELOW - 1),
    tests: { found: ['女儿今年⟦8岁⟧', '患儿⟦三岁⟧'], ignored: ['儿子今年14岁', '酒龄8岁'] },
  },
  {
    id: 'minor-age-en',
    type: 'MINOR',
    kind: 'list',
    locale: 'en',
    words: ['years old', 'year old', '-year-old', 'y/o', 'yo', 'months old', '-month-old'],
    validator: 'age under 14, a child close by',
    score: 0.8,
    context: 'required',
    accept: (word, text) => ageBefore(word, text, MINOR_BELOW - 1),
    tests: {
      found: ['my son is ⟦8 years old⟧', 'a ⟦7-year-old⟧ girl'],
      ignored: ['my son is 14 years old', 'a 7-year-old car'],
    },
  },
  {
    id: 'minor-school-zh',
    type: 'MINOR',
    kind: 'list',
    locale: 'CN',
    words: (
      '小学生|幼儿园小班|幼儿园中班|幼儿园大班|学龄前儿童|婴幼儿|新生儿|未满14周岁|未满十四周岁|不满14周岁|不满十四周岁|小学一年级|小学二年级|' +
      '小学三年级|小学四年级|小学五年级|小学六年级'
    ).split('|'),
    validator: 'set phrases, a child close by',
    score: 0.65,
    context: 'required',
    tests: { found: ['儿子上⟦小学三年级⟧', '被害人系⟦未满14周岁⟧的儿童'], ignored: ['小学生守则', '中学生'] },
  },
  {
    id: 'minor-school-en',
    type: 'MINOR',
    kind: 'list',
    locale: 'en',
    words: (
      'kindergartner|kindergartener|preschooler|first grader|second grader|third grader|fourth grader|fifth grader|sixth grader|' +
      'under 14|under the age of 14|under 13|under the age of 13'
    ).split('|'),
    validator: 'set phrases, a child close by',
    score: 0.65,
    context: 'required',
    tests: {
      found: ['her son is a ⟦second grader⟧', 'a child ⟦under the age of 13⟧'],
      ignored: ['under 14 degrees', 'a paper grader'],
    },
  },
];

/** The number before the word together with the word, when it is at most `highest`. */
function ageBefore({ start, end }: Span, text: string, highest: number): Span | undefined {
  const before = NUMBER_BEFORE.exec(text.slice(Math.max(0, start - 7), start));
  if (before === null) return undefined;
  const age = smallNumber(before[0].replace(/[ -]$/, ''));
  const from = start - before[0].length;
  const isPart = /[\d.零一二三四五六七八九十百]/.test(text.charAt(from - 1));
  return age <= highest && !isPart ? { start: from, end } : undefined;
}
