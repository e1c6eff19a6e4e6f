import type { WordHit, WordHits } from './word-index.ts';

/** Characters between a context word and the value it announces. */
const REACH_BEFORE = 20;
const REACH_AFTER = 14;
/** No context word is longer. */
const MAX_WORD = 40;
const CONNECTOR =
  /(?:[\s:="'`(#>*,|[\]-]|是|为|号码|号|码|在|叫|is |are |was |no\.|no |number|num|value|has been){0,8}/iy;

/** The words around one range that say something about it. */
export interface Context {
  /** Words shortly before it in the same sentence, or right after it; nearest to the start of the text first. */
  readonly near: readonly WordHit[];
  readonly before: readonly WordHit[];
}

const none: Context = { near: [], before: [] };

/** The words that stand close to the range. */
export function contextOf({ all }: WordHits, text: string, start: number, end: number): Context {
  let index = firstFrom(all, start - REACH_BEFORE - MAX_WORD);
  if ((all[index]?.start ?? Infinity) > end + REACH_AFTER) return none;
  const near: WordHit[] = [];
  const before: WordHit[] = [];
  for (; index < all.length; index += 1) {
    const hit = all[index];
    if (hit === undefined || hit.start > end + REACH_AFTER) break;
    if (isShortlyBefore(hit, text, start)) {
      near.push(hit);
      before.push(hit);
    } else if (isRightAfter(hit, text, end)) near.push(hit);
  }
  return { near, before };
}

/** The context word of the type close to the range. */
export function announcing({ near }: Context, type: string): WordHit | undefined {
  for (const hit of near) if (hit.word.announces.has(type)) return hit;
  return undefined;
}

/** Whether a word that rules the type out stands shortly before the range. */
export function isRuledOut({ before }: Context, type: string): boolean {
  return before.some(({ word }) => word.rulesOut.has(type));
}

/** The context word of the type that has nothing but a connector between it and the range. */
export function labelling(
  { before }: Context,
  type: string,
  text: string,
  start: number,
): WordHit | undefined {
  return before.find(({ word, end }) => word.announces.has(type) && valueStart(text, end) === start);
}

/** Where the value after a context word begins: past colons, quotes and words such as `is`. */
export function valueStart(text: string, labelEnd: number): number {
  CONNECTOR.lastIndex = labelEnd;
  return CONNECTOR.exec(text) === null ? labelEnd : CONNECTOR.lastIndex;
}

/** Index of the first hit that starts at `position` or later. Hits are in the order of their start. */
function firstFrom(hits: readonly WordHit[], position: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isShortlyBefore(hit: WordHit, text: string, start: number): boolean {
  if (hit.end > start || start - hit.end > REACH_BEFORE) return false;
  return !breaksSentence(text.slice(hit.end, start));
}

function isRightAfter(hit: WordHit, text: string, end: number): boolean {
  return hit.start >= end && hit.start - end <= REACH_AFTER && !breaksSentence(text.slice(end, hit.start));
}

/** A full stop ends a sentence when it is after a word and before a space; in a number and in `no.` it does not. */
function breaksSentence(gap: string): boolean {
  return /[。;!?]|[A-Za-z]{4}\. |\n[^\n]{0,3}\S{3}/.test(gap);
}
