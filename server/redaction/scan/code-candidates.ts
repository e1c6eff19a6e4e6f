import { type Groupings, NO_WAY, ROOT } from './groupings.ts';

/** No code that a rule asks for is longer. */
const MAX_LENGTH = 44;
const MAX_WORDS = 9;

/** Letters and digits in one piece, or several pieces joined by single separators. Never a part of a longer piece. */
export interface CodeCandidate {
  readonly start: number;
  readonly end: number;
  /** Without separators, as written. */
  readonly written: string;
  /** Lengths of the pieces, for example `2-2-2-2-1`. */
  readonly grouping: string;
}

/**
 * Visits the codes with letters and digits that are grouped in one of the ways, in the order of their start, with the
 * node of the grouping. Linear time. Letters are not copied: most codes are no value.
 */
export function visitCodes(
  text: string,
  groupings: Groupings<unknown>,
  visit: (start: number, end: number, node: number) => void,
): void {
  let digit = -1;
  for (let start = nextPiece(text, 0); start < text.length;) {
    if (digit < start) digit = nextDigit(text, start);
    // Prose has few digits: most of its words can be the first piece of no code.
    if (digit - start < MAX_LENGTH + MAX_WORDS) joinFrom(text, start, groupings, visit);
    start = nextPiece(text, pieceEnd(text, start, text.length));
  }
}

function joinFrom(
  text: string,
  start: number,
  groupings: Groupings<unknown>,
  visit: (start: number, end: number, node: number) => void,
): void {
  let hasDigit = false;
  let hasLetter = false;
  let length = 0;
  let node = ROOT;
  for (let from = start, words = 1; words <= MAX_WORDS; words += 1) {
    const end = pieceEnd(text, from, from + MAX_LENGTH + 1 - length);
    length += end - from;
    if (length > MAX_LENGTH) return;
    node = groupings.next(node, end - from);
    if (node === NO_WAY) return;
    for (let at = from; at < end && !(hasDigit && hasLetter); at += 1) {
      if (isDigit(text.charCodeAt(at))) hasDigit = true;
      else hasLetter = true;
    }
    if (hasDigit && hasLetter && groupings.at(node) !== undefined) visit(start, end, node);
    if (!isSeparator(text.charCodeAt(end)) || !isPiece(text.charCodeAt(end + 1))) return;
    from = end + 1;
  }
}

function nextPiece(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isPiece(text.charCodeAt(at))) at += 1;
  return at;
}

function nextDigit(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function pieceEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && isPiece(text.charCodeAt(end))) end += 1;
  return end;
}

function isPiece(unit: number): boolean {
  const letter = unit | 0x20;
  return isDigit(unit) || (letter >= 0x61 && letter <= 0x7a && unit < 0x80);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Space, dash, dot, slash. */
function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0x2e || unit === 0x2f;
}
