const VOWEL = '[aeiou]|(?<=[^aeiou])y';
const vowelPattern = new RegExp(VOWEL, 'u');
const doubleConsonant = /([^aeiouylsz])\1$/u;
const shortEnd = /(?:^|[^aeiou])[aeiouy][^aeiouwxy]$/u;

/** Suffix, its replacement, and the least measure of the stem before it. */
type Rule = readonly [suffix: string, replacement: string, measure: number];

const longSuffixes: readonly Rule[] = [
  ['ational', 'ate', 1],
  ['ization', 'ize', 1],
  ['isation', 'ize', 1],
  ['iveness', 'ive', 1],
  ['fulness', 'ful', 1],
  ['ousness', 'ous', 1],
  ['tional', 'tion', 1],
  ['biliti', 'ble', 1],
  ['entli', 'ent', 1],
  ['ousli', 'ous', 1],
  ['ation', 'ate', 1],
  ['alism', 'al', 1],
  ['aliti', 'al', 1],
  ['iviti', 'ive', 1],
  ['ator', 'ate', 1],
  ['izer', 'ize', 1],
  ['alli', 'al', 1],
  ['abli', 'able', 1],
];

const middleSuffixes: readonly Rule[] = [
  ['icate', 'ic', 1],
  ['ative', '', 1],
  ['alize', 'al', 1],
  ['iciti', 'ic', 1],
  ['ical', 'ic', 1],
  ['ness', '', 1],
  ['ful', '', 1],
];

const lastSuffixes: readonly Rule[] = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
].map((suffix): Rule => [suffix, '', 2]);

/** Words of a language are few and come again and again. The bound keeps made-up words from filling the memory. */
const MOST_KNOWN = 50_000;
const known = new Map<string, string>();

/** The stem of a lower-case English word, after Porter, "An algorithm for suffix stripping" (1980). Other words pass. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const stemmed = strip(word);
  known.set(word, stemmed);
  return stemmed;
}

function strip(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/u.test(word)) return word;
  const plain = stripYs(stripPast(stripPlural(word)));
  const shorter = [longSuffixes, middleSuffixes].reduce(replaceFirst, plain);
  return tidyEnd(stripIon(replaceFirst(shorter, lastSuffixes)));
}

/** How many vowel-consonant sequences a stem has: Porter's m. */
function measure(stemText: string): number {
  const shape = Array.from(stemText, (_, at) => (isVowelAt(stemText, at) ? 'v' : 'c')).join('');
  return shape.match(/v+c+/gu)?.length ?? 0;
}

function isVowelAt(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if ('aeiou'.includes(letter)) return true;
  return letter === 'y' && at > 0 && !isVowelAt(word, at - 1);
}

function replaceFirst(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const [suffix, replacement, least] = rule;
  const base = word.slice(0, -suffix.length);
  return measure(base) >= least ? base + replacement : word;
}

function stripPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? word.slice(0, -1) : word;
}

function stripPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((ending) => word.endsWith(ending));
  if (suffix === undefined) return word;
  const base = word.slice(0, -suffix.length);
  return vowelPattern.test(base) ? repairEnd(base) : word;
}

function repairEnd(base: string): string {
  if (/(?:at|bl|iz)$/u.test(base)) return `${base}e`;
  if (doubleConsonant.test(base)) return base.slice(0, -1);
  return measure(base) === 1 && shortEnd.test(base) ? `${base}e` : base;
}

function stripYs(word: string): string {
  return word.endsWith('y') && vowelPattern.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

function stripIon(word: string): string {
  return /[st]ion$/u.test(word) && measure(word.slice(0, -3)) > 1 ? word.slice(0, -3) : word;
}

function tidyEnd(word: string): string {
  const base = word.slice(0, -1);
  if (word.endsWith('e') && (measure(base) > 1 || (measure(base) === 1 && !shortEnd.test(base)))) return base;
  return word.endsWith('ll') && measure(word) > 1 ? base : word;
}
