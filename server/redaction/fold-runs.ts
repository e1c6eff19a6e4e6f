const NUMERALS = '零〇一二三四五六七八九';
/** Financial numerals (GB/T 15835 writes them in amounts) and the two that are said for others on the telephone. */
const OTHER_NUMERALS: ReadonlyMap<string, string> = new Map([
  ['○', '0'],
  ['幺', '1'],
  ['两', '2'],
  ...'壹贰叁肆伍陆柒捌玖'.split('').map((numeral, index): [string, string] => [numeral, String(index + 1)]),
]);
/** Seven or more numerals read out one by one: a telephone or identity number. Fewer are words, dates and counts. */
const NUMERAL_RUN =
  /[零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖](?:[ \-.]?[零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]){6,40}/g;

const LEAST_RUN = 7;
const NUMERAL_UNITS = new Set(
  Array.from(`${NUMERALS}${[...OTHER_NUMERALS.keys()].join('')}`, (numeral) => numeral.charCodeAt(0)),
);
const FIRST_NUMERAL = Math.min(...NUMERAL_UNITS);
const LAST_NUMERAL = Math.max(...NUMERAL_UNITS);

/** Cyrillic and Greek letters that look like an ASCII letter (Unicode UTS 39, confusables), and the letters they look like. */
const LOOK_ALIKES =
  'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԌG ԚQ ԜW οo αa νv ρp ιi κk υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX';
const lookAlikes: ReadonlyMap<string, string> = new Map(
  LOOK_ALIKES.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
const MIXED_RUN = /[A-Za-z0-9\u0370-\u052f]{1,64}/g;

/**
 * Folds what only a run of characters gives away, one to one: Chinese numerals read out one by one, and look-alike
 * letters inside a word that is otherwise ASCII. The length stays the same.
 */
export function foldRuns(text: string): string {
  const numbered = holdsNumeralRun(text)
    ? text.replace(NUMERAL_RUN, (run) => run.split('').map(digitOf).join(''))
    : text;
  return /[\u0370-\u052f]/.test(numbered) ? numbered.replace(MIXED_RUN, foldMixed) : numbered;
}

/** Whether so many numerals stand together as the shortest run has, with at most one other character between two. */
function holdsNumeralRun(text: string): boolean {
  let last = -LEAST_RUN;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < FIRST_NUMERAL || unit > LAST_NUMERAL || !NUMERAL_UNITS.has(unit)) continue;
    count = index - last <= 2 ? count + 1 : 1;
    if (count === LEAST_RUN) return true;
    last = index;
  }
  return false;
}

function digitOf(character: string): string {
  const other = OTHER_NUMERALS.get(character);
  if (other !== undefined) return other;
  const index = NUMERALS.indexOf(character);
  return index < 0 ? character : String(Math.max(0, index - 1));
}

/** A word with any letter that looks like no ASCII letter is a word of its own script. */
function foldMixed(run: string): string {
  if (!/[A-Za-z0-9]/.test(run) || !/[\u0370-\u052f]/.test(run)) return run;
  const folded = run
    .split('')
    .map((character) => lookAlikes.get(character) ?? character)
    .join('');
  return /[\u0370-\u052f]/.test(folded) ? run : folded;
}
