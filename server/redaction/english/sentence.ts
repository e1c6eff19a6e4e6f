import { LINE, PARAGRAPH, SPACE } from './gap.ts';
import { NUMBER, type Reading } from './reading.ts';
import * as flag from './word-flags.ts';

/** ! " ( * : ; > ? [ | “ • after which every word has a capital. */
const OPENING = new Set([0x21, 0x22, 0x28, 0x2a, 0x3a, 0x3b, 0x3e, 0x3f, 0x5b, 0x7c, 0x201c, 0x2022]);
const FULL_STOP = 0x2e;

/** Whether the token is the first of a sentence, a line or a quotation, where any word has a capital. */
export function opensSentence(reading: Reading, index: number): boolean {
  const gap = reading.gaps[index] ?? PARAGRAPH;
  if (gap === SPACE) return false;
  if (gap === PARAGRAPH || gap === LINE) return true;
  const from = reading.ends[index - 1] ?? 0;
  const to = reading.starts[index] ?? 0;
  for (let at = from; at < to; at += 1) {
    const unit = reading.text.charCodeAt(at);
    if (OPENING.has(unit) || (unit === FULL_STOP && !isInitialOrTitle(reading, index - 1))) return true;
  }
  // `730-Fax`: a label, not a name
  return reading.shapes[index - 1] === NUMBER;
}

/** An initial or a title: the full stop after it ends no sentence. */
export function isInitialOrTitle(reading: Reading, index: number): boolean {
  const length = (reading.ends[index] ?? 0) - (reading.starts[index] ?? 0);
  return length === 1 || ((reading.flags[index] ?? 0) & flag.TITLE) !== 0;
}
