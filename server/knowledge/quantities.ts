/** A number with the unit behind it, both in one spelling: `five days` and `5天` are `5` and `day`. */
export interface Quantity {
  readonly value: string;
  /** Undefined when no known unit stands next to the number. */
  readonly unit: string | undefined;
}

const smallNumbers =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty`.split(/\s+/u);
const tens = 'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ');
const englishNumbers: ReadonlyMap<string, string> = new Map([
  ...smallNumbers.map((word, value): [string, string] => [word, String(value)]),
  ...tens.map((word, at): [string, string] => [word, String((at + 3) * 10)]),
]);

const units: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['percent', /^(?:%|per ?cent|个百分点)/u],
  ['second', /^(?:seconds?\b|秒)/u],
  ['minute', /^(?:minutes?\b|分钟)/u],
  ['hour', /^(?:hours?\b|(?:个)?小时)/u],
  ['day', /^(?:(?:business |working |calendar )?days?\b|个?(?:工作|自然)?[日天])/u],
  ['week', /^(?:weeks?\b|个?(?:周|星期))/u],
  ['month', /^(?:months?\b|个月)/u],
  ['year', /^(?:years?\b|周?年)/u],
  ['time', /^(?:times\b|次)/u],
  ['metre', /^(?:met(?:er|re)s?\b|米)/u],
  ['kilometre', /^(?:kilomet(?:er|re)s?\b|km\b|公里)/u],
  ['character', /^(?:characters?\b|个?字符)/u],
  ['digit', /^(?:digits?\b|位(?:数字)?)/u],
];

const numberPattern =
  /(?<digits>\d+(?:[.,]\d+)*)|(?<chinese>[零〇一二两三四五六七八九十百千万亿]+(?=个?(?:工作|自然)?[日天周月年次小分秒]|个|星期))|(?<word>\b[a-z]+\b)/gu;

/**
 * The quantities of a text. English number words up to a hundred and Chinese numerals before a unit count as digits;
 * thousands separators do not count. Placeholders must have been taken out.
 */
export function quantitiesIn(text: string): Quantity[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const quantities: Quantity[] = [];
  for (const match of plain.matchAll(numberPattern)) {
    const value = valueOf(match.groups ?? {});
    if (value === undefined) continue;
    const rest = plain.slice(match.index + match[0].length).replace(/^[\s-]+/u, '');
    quantities.push({ value, unit: units.find(([, pattern]) => pattern.test(rest))?.[0] });
  }
  return quantities;
}

function valueOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { digits, chinese, word } = groups;
  if (digits !== undefined) return normalizeDigits(digits);
  if (chinese !== undefined) return String(chineseValue(chinese));
  // `one` is more often a pronoun than a number.
  return word === undefined || word === 'one' ? undefined : englishNumbers.get(word);
}

/** `1,000` is 1000, `1,5` stays; trailing zeros of a fraction go. */
function normalizeDigits(digits: string): string {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits) ? digits.replaceAll(',', '') : digits;
  return /^\d+\.\d+$/u.test(plain) ? plain.replace(/\.?0+$/u, '') : plain;
}

/** The number that a numeral such as `三千五百` stands for. */
export function chineseValue(numeral: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of numeral) {
    const value = '零一二三四五六七八九'.indexOf(character.replace('两', '二').replace('〇', '零'));
    if (value >= 0) {
      digit = value;
      continue;
    }
    const scale = 10 ** (['十', '百', '千'].indexOf(character) + 1);
    if (scale > 1) section += (digit || 1) * scale;
    else {
      total = (total + section + digit) * (character === '亿' ? 1e8 : 1e4);
      section = 0;
    }
    digit = 0;
  }
  return total + section + digit;
}
