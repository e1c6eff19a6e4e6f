import { type WordHit, WordHits } from './word-hits.ts';

/** Characters between a context word and the value it announces. */
const REACH_BEFORE = 20;
const REACH_AFTER = 14;
/** No context word is longer. */
const MAX_WORD = 40;
const CONNECTOR =
  /(?:[\s:="'`(#>*,|[\]-]|是|为|号码|号|码|在|叫|is |are |was |no\.|no |number|num|value|has been){0,8}/iy;

/** The words around one range that say something about it. */
export interface Context {
  readonly words: WordHits;
  /** Which of them stand shortly before it in the same sentence, then those right after it; in the order of the text. */
  readonly near: readonly number[];
  /** How many of the near ones stand before it. */
  readonly before: number;
}

const none: Context = { words: new WordHits(), near: [], before: 0 };

/** The words that stand close to the range. */
export function contextOf(words: WordHits, text: string, start: number, end: number): Context {
  const first = words.firstFrom(start - REACH_BEFORE - MAX_WORD);
  if (words.startOf(first) > end + REACH_AFTER) return none;
  const near: number[] = [];
  let before = 0;
  let sentenceStart: number | undefined;
  let sentenceEnd: number | undefined;
  for (let index = first; words.startOf(index) <= end + REACH_AFTER; index += 1) {
    const hitEnd = words.endOf(index);
    if (hitEnd <= start && start - hitEnd <= REACH_BEFORE) {
      sentenceStart ??= lastBreakBefore(text, start);
      if (hitEnd <= sentenceStart) continue;
      near.push(index);
      before += 1;
    } else if (words.startOf(index) >= end) {
      sentenceEnd ??= firstBreakAfter(text, end);
      if (words.startOf(index) < sentenceEnd) near.push(index);
    }
  }
  return near.length === 0 ? none : { words, near, before };
}

/** The context word of the type close to the range. */
export function announcing({ words, near }: Context, type: string): WordHit | undefined {
  for (const index of near) if (words.wordOf(index)?.announces.has(type) === true) return words.at(index);
  return undefined;
}

/** Whether a word that rules the type out stands shortly before the range. */
export function isRuledOut({ words, near, before }: Context, type: string): boolean {
  for (let at = 0; at < before; at += 1)
    if (words.wordOf(near[at] ?? -1)?.rulesOut.has(type) === true) return true;
  return false;
}

/** The context word of the type that has nothing but a connector between it and the range. */
export function labelling(
  { words, near, before }: Context,
  type: string,
  text: string,
  start: number,
): WordHit | undefined {
  const label = near
    .slice(0, before)
    .find(
      (index) =>
        words.wordOf(index)?.announces.has(type) === true && valueStart(text, words.endOf(index)) === start,
    );
  return label === undefined ? undefined : words.at(label);
}

/** Where the value after a context word begins: past colons, quotes and words such as `is`. */
export function valueStart(text: string, labelEnd: number): number {
  CONNECTOR.lastIndex = labelEnd;
  return CONNECTOR.test(text) ? CONNECTOR.lastIndex : labelEnd;
}

/** Where the last end of a sentence within reach of the value begins; a word must end beyond it. -1 when there is none. */
function lastBreakBefore(text: string, start: number): number {
  for (let at = start - 1; at >= start - REACH_BEFORE && at >= 0; at -= 1)
    if (breakEnd(text, at) <= start) return at;
  return -1;
}

/** Where the first end of a sentence within reach of the value is over; a word must start before. */
function firstBreakAfter(text: string, end: number): number {
  let first = Infinity;
  for (let at = end; at < end + REACH_AFTER && at < first; at += 1)
    first = Math.min(first, breakEnd(text, at));
  return first;
}

/**
 * Just after the end of a sentence that begins at `at`, or Infinity. A full stop ends a sentence when it is after a word
 * of four letters and before a space; in a number and in `no.` it does not. A line break does when the next line has
 * three characters in a row within its first six.
 */
function breakEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  switch (unit) {
    case 0x3002: // 。
    case 0x3b: // ;
    case 0x21: // !
    case 0x3f: // ?
      return at + 1;
    case 0x0a:
      return lineBreakEnd(text, at);
    default:
      return isLetter(unit) && text.charCodeAt(at + 4) === 0x2e && isFullStop(text, at) ? at + 6 : Infinity;
  }
}

function isFullStop(text: string, at: number): boolean {
  if (text.charCodeAt(at + 5) !== 0x20) return false;
  return (
    isLetter(text.charCodeAt(at + 1)) &&
    isLetter(text.charCodeAt(at + 2)) &&
    isLetter(text.charCodeAt(at + 3))
  );
}

function lineBreakEnd(text: string, at: number): number {
  let inked = 0;
  for (let next = at + 1; next <= at + 6 && next < text.length; next += 1) {
    const unit = text.charCodeAt(next);
    if (unit === 0x0a) return Infinity;
    inked = isWhite(unit) ? 0 : inked + 1;
    if (inked === 3) return next + 1;
  }
  return Infinity;
}

function isLetter(unit: number): boolean {
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a && unit < 0x80;
}

/** White space of a folded text: other spaces are ASCII ones there. */
function isWhite(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x2028 || unit === 0x2029;
}
