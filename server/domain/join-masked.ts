import type { MaskedText } from './masked.ts';
import { neutralise } from './neutralise.ts';

/**
 * Joins masked text with fixed words of ours (labels, numbers, system messages) into masked text.
 * This file is the only place outside of redaction that makes `MaskedText`, and only from text that is masked already.
 */
export function joinMasked(fixed: readonly string[], ...masked: readonly MaskedText[]): MaskedText {
  const joined = fixed.map((piece, index) => piece + (masked[index] ?? '')).join('');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every variable part is MaskedText, every fixed part is ours
  return joined as MaskedText;
}

/** The same text on one line: a line break inside a passage must not look like the start of the next source. */
export function onOneLine(text: MaskedText): MaskedText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only white space changes
  return text.replace(/\s+/gu, ' ').trim() as MaskedText;
}

/** Masked text as a string of JSON (RFC 8259). Placeholders hold no character that is escaped. */
export function asJsonString(text: MaskedText): MaskedText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same text with quotes and escapes of ours
  return JSON.stringify(text) as MaskedText;
}

/** Masked text as a quotation that cannot act (`neutralise`). */
export function neutralised(text: MaskedText): MaskedText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- characters go or become marks of ours; words and placeholders stay
  return neutralise(text) as MaskedText;
}

/**
 * Pieces of masked text, each as it stands in it.
 * @throws Error when a piece does not: it would be text that nobody masked.
 */
export function piecesOf(masked: MaskedText, pieces: readonly string[]): MaskedText[] {
  if (!pieces.every((piece) => masked.includes(piece)))
    throw new Error('A piece is not part of the masked text.');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a piece of masked text is masked
  return pieces as MaskedText[];
}
