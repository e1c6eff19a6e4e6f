import type { LabelHit, LabelHits } from './label-index.ts';

/** Characters between a context word and the value it announces. */
const REACH_BEFORE = 20;
const REACH_AFTER = 14;
/** No context word is longer. */
const MAX_WORD = 40;
const CONNECTOR =
  /(?:[\s:="'`(#>*,|[\]-]|是|为|号码|号|码|在|叫|is |are |was |no\.|no |number|num|value|has been){0,8}/iy;

/** The context word of the type that stands close to the range: shortly before it in the same sentence, or right after. */
export function findContext(
  hits: LabelHits,
  type: string,
  text: string,
  start: number,
  end: number,
): LabelHit | undefined {
  const near = hits.of(type);
  for (let index = firstFrom(near, start - REACH_BEFORE - MAX_WORD); index < near.length; index += 1) {
    const hit = near[index];
    if (hit === undefined || hit.start > end + REACH_AFTER) return undefined;
    if (isShortlyBefore(hit, text, start) || isRightAfter(hit, text, end)) return hit;
  }
  return undefined;
}

/** Whether a word that rules the type out stands shortly before the range. */
export function isRuledOut(hits: LabelHits, type: string, text: string, start: number): boolean {
  const near = hits.against(type);
  for (let index = firstFrom(near, start - REACH_BEFORE - MAX_WORD); index < near.length; index += 1) {
    const hit = near[index];
    if (hit === undefined || hit.start > start) return false;
    if (isShortlyBefore(hit, text, start)) return true;
  }
  return false;
}

/** Where the value after a context word begins: past colons, quotes and words such as `is`. */
export function valueStart(text: string, labelEnd: number): number {
  CONNECTOR.lastIndex = labelEnd;
  return CONNECTOR.exec(text) === null ? labelEnd : CONNECTOR.lastIndex;
}

/** Index of the first hit that starts at `position` or later. Hits are in the order of their start. */
function firstFrom(hits: readonly LabelHit[], position: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isShortlyBefore(hit: LabelHit, text: string, start: number): boolean {
  if (hit.end > start || start - hit.end > REACH_BEFORE) return false;
  return !breaksSentence(text.slice(hit.end, start));
}

function isRightAfter(hit: LabelHit, text: string, end: number): boolean {
  return hit.start >= end && hit.start - end <= REACH_AFTER && !breaksSentence(text.slice(end, hit.start));
}

/** A full stop ends a sentence when it is after a word and before a space; in a number and in `no.` it does not. */
function breaksSentence(gap: string): boolean {
  return /[。;!?]|[A-Za-z]{4}\. |\n[^\n]{0,3}\S{3}/.test(gap);
}
