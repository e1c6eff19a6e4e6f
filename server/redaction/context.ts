import type { LabelHit, LabelHits } from './label-index.ts';

/** Characters between a context word and the value it announces. */
const REACH_BEFORE = 20;
const REACH_AFTER = 8;
const CONNECTOR =
  /(?:[\s:="'`(#>*,|[\]-]|是|为|号码|号|码|在|叫|is |are |was |no\.|no |number|num|value|has been){0,8}/iy;

/** Whether a context word of the type stands close to the range: shortly before it in the same sentence, or right after. */
export function hasContext(hits: LabelHits, type: string, text: string, start: number, end: number): boolean {
  return hits.of(type).some((hit) => isNear(hit, text, start, end));
}

/** Whether a word that rules the type out stands shortly before the range. */
export function isRuledOut(hits: LabelHits, type: string, text: string, start: number): boolean {
  return hits.against(type).some((hit) => isShortlyBefore(hit, text, start));
}

/** Where the value after a context word begins: past colons, quotes and words such as `is`. */
export function valueStart(text: string, labelEnd: number): number {
  CONNECTOR.lastIndex = labelEnd;
  return CONNECTOR.exec(text) === null ? labelEnd : CONNECTOR.lastIndex;
}

function isNear(hit: LabelHit, text: string, start: number, end: number): boolean {
  if (isShortlyBefore(hit, text, start)) return true;
  return hit.start >= end && hit.start - end <= REACH_AFTER && !breaksSentence(text.slice(end, hit.start));
}

function isShortlyBefore(hit: LabelHit, text: string, start: number): boolean {
  if (hit.end > start || start - hit.end > REACH_BEFORE) return false;
  return !breaksSentence(text.slice(hit.end, start));
}

function breaksSentence(gap: string): boolean {
  return /[。;!?]|\n\s*\S{3}/.test(gap);
}
