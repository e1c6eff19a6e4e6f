import { lengthOf } from './address-token.ts';
import { freeTextRules } from './free-text-rules.ts';
import type { FindingsList } from './findings-list.ts';
import { COMMA, GLUED, HYPHEN, SPACE, STOP } from './gap.ts';
import { LOWER, NUMBER, type Reading } from './reading.ts';
import * as flag from './word-flags.ts';

const NUMERIC =
  /^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2})(?:T\d{2}:\d{2}(?::\d{2})?Z?)?$/;
/** `12pm`, and no age is longer. */
const LONGEST_HOUR = 4;
const CLOCK = /^\d{1,2}(?::[0-5]\d){1,2}$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[89]|20)\d\d$/;
const HALF_OF_DAY = /^[ap]m$/;
/** Months that are given names, verbs or adverbs as well: only beside a number they are months. */
const UNSURE_MONTHS = new Set(['may', 'march', 'april', 'june', 'august', 'mar', 'jan', 'dec', 'sept']);

/** Dates, days of the week, times of the day, ages. */
export function findDates(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count; index += 1) {
    if (list.isTaken(index)) continue;
    const flags = reading.flags[index] ?? 0;
    if (reading.shapes[index] === NUMBER) readNumber(reading, index, list);
    else if ((flags & flag.MONTH) !== 0) readMonth(reading, index, list);
    else if ((flags & flag.WEEKDAY) !== 0 && isWrittenAsWeekday(reading, index))
      list.add(freeTextRules.weekday, index, index + 1);
  }
}

function readNumber(reading: Reading, index: number, list: FindingsList): void {
  const end = groupEnd(reading, index);
  if (end - index === 1) {
    if (lengthOf(reading, index) <= LONGEST_HOUR) readHourOrAge(reading, index, list);
    return;
  }
  const written = reading.text.slice(reading.starts[index], reading.ends[end - 1]);
  if (end - index >= 3 && NUMERIC.test(written)) list.add(freeTextRules.dateNumeric, index, end);
  else if (CLOCK.test(written))
    list.add(freeTextRules.time, index, isHalfOfDay(reading, end) ? end + 1 : end);
  else readAge(reading, index, list);
}

/** A number without others beside it. */
function readHourOrAge(reading: Reading, index: number, list: FindingsList): void {
  const written = reading.text.slice(reading.starts[index], reading.ends[index]);
  if (/^\d{1,2}[ap]m$/i.test(written)) list.add(freeTextRules.time, index, index + 1);
  else if (isHalfOfDay(reading, index + 1) && /^\d{1,2}$/.test(written))
    list.add(freeTextRules.time, index, index + 2);
  else readAge(reading, index, list);
}

/** Past numbers joined by dashes, slashes, dots or colons without spaces. */
function groupEnd(reading: Reading, first: number): number {
  let end = first + 1;
  while (end < reading.count && end - first < 6 && reading.shapes[end] === NUMBER && isTight(reading, end))
    end += 1;
  return end;
}

function isTight(reading: Reading, index: number): boolean {
  const gap = reading.gaps[index];
  return (
    gap !== SPACE &&
    (reading.starts[index] ?? 0) - (reading.ends[index - 1] ?? 0) <= 1 &&
    (gap === HYPHEN || gap === GLUED || isColon(reading, index))
  );
}

function isColon(reading: Reading, index: number): boolean {
  return reading.text.charCodeAt((reading.starts[index] ?? 0) - 1) === 0x3a;
}

function isHalfOfDay(reading: Reading, index: number): boolean {
  if (index >= reading.count || reading.gaps[index] !== SPACE || lengthOf(reading, index) !== 2) return false;
  return HALF_OF_DAY.test(reading.word(index));
}

/** A month with the day before or after it and a year, or with a year alone. */
function readMonth(reading: Reading, month: number, list: FindingsList): void {
  let first = month;
  let end = month + 1;
  const isFreeDay = (index: number): boolean => matches(reading, index, DAY) && !list.isTaken(index);
  if (isFreeDay(month - 1) && follows(reading, month)) first = month - 1;
  else if (reading.word(month - 1) === 'of' && isFreeDay(month - 2)) first = month - 2;
  if (matches(reading, end, DAY) && follows(reading, end) && first === month) end += 1;
  if (matches(reading, end, YEAR) && (follows(reading, end) || reading.gaps[end] === COMMA)) end += 1;
  if (end - first > 1) list.add(freeTextRules.dateMonth, first, end);
  else if (reading.shapes[month] !== LOWER && !UNSURE_MONTHS.has(reading.word(month)))
    list.add(freeTextRules.dateMonth, first, end);
}

function matches(reading: Reading, index: number, pattern: RegExp): boolean {
  return (
    index >= 0 &&
    index < reading.count &&
    reading.shapes[index] === NUMBER &&
    pattern.test(reading.word(index))
  );
}

function follows(reading: Reading, index: number): boolean {
  const gap = reading.gaps[index];
  return gap === SPACE || gap === STOP || gap === HYPHEN;
}

/** `sun`, `sat` and `wed` in small letters are other words. */
function isWrittenAsWeekday(reading: Reading, index: number): boolean {
  const word = reading.word(index);
  return word.length > 5 || (reading.shapes[index] !== LOWER && word.length > 3 && word.endsWith('day'));
}

/** `34 years old`, `34 year old`, `34-year-old`, `aged 34`, `turned 34`. */
function readAge(reading: Reading, index: number, list: FindingsList): void {
  if (!mayStandBesideAge(reading, index) || !/^(?:[1-9]?\d|1[0-2]\d)$/.test(reading.word(index))) return;
  const isBefore =
    /^(?:years?|yrs?)$/.test(wordAt(reading, index + 1)) && wordAt(reading, index + 2) === 'old';
  const isAfter =
    /^(?:aged?|turned|turning)$/.test(wordAt(reading, index - 1)) || isAmAndNothing(reading, index);
  if (isBefore || isAfter) list.add(freeTextRules.age, index, index + 1);
}

/** Rules out most neighbours by their first letters: `years`, `aged`, `turned`, `am`, `I'm`. */
function mayStandBesideAge(reading: Reading, index: number): boolean {
  return beginsLike(reading, index + 1, 'y') || beginsLike(reading, index - 1, 'ati');
}

function beginsLike({ text, starts, count }: Reading, index: number, letters: string): boolean {
  if (index < 0 || index >= count) return false;
  const first = text.charAt(starts[index] ?? 0);
  // A letter with an accent is folded later.
  return first > '\x7f' || letters.includes(first.toLowerCase());
}

/** `I am 34.` */
function isAmAndNothing(reading: Reading, index: number): boolean {
  const before = wordAt(reading, index - 1);
  if (before !== "i'm" && !(before === 'am' && wordAt(reading, index - 2) === 'i')) return false;
  return index + 1 >= reading.count || reading.gaps[index + 1] !== SPACE;
}

function wordAt(reading: Reading, index: number): string {
  return index >= 0 && index < reading.count ? reading.word(index) : '';
}
