import type { Groupings } from './groupings.ts';

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

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly hasDigit: boolean;
  readonly hasLetter: boolean;
}

/** Lists the codes with letters and digits that are grouped in one of the ways, in the order of their start. Linear time. */
export function listCodeCandidates(text: string, groupings: Groupings): readonly CodeCandidate[] {
  const candidates: CodeCandidate[] = [];
  const pieces = listPieces(text);
  for (let first = 0; first < pieces.length; first += 1) joinFrom(text, pieces, first, groupings, candidates);
  return candidates;
}

/** The pieces near a digit: prose without digits has none. */
function listPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = -1;
  let hasDigit = false;
  let hasLetter = false;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : 0;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    const letter = unit | 0x20;
    const isLetter = letter >= 0x61 && letter <= 0x7a && unit < 0x80;
    if (isDigit || isLetter) {
      if (start < 0) start = index;
      hasDigit ||= isDigit;
      hasLetter ||= isLetter;
    } else if (start >= 0) {
      if (index - start <= MAX_LENGTH) pieces.push({ start, end: index, hasDigit, hasLetter });
      start = -1;
      hasDigit = false;
      hasLetter = false;
    }
  }
  return pieces;
}

function joinFrom(
  text: string,
  pieces: readonly Piece[],
  first: number,
  groupings: Groupings,
  out: CodeCandidate[],
): void {
  let hasDigit = false;
  let hasLetter = false;
  let length = 0;
  let grouping = '';
  const start = pieces[first]?.start ?? 0;
  for (let count = 0; count < MAX_WORDS; count += 1) {
    const piece = pieces[first + count];
    if (piece === undefined || (count > 0 && !joins(text, pieces[first + count - 1], piece))) return;
    const size = piece.end - piece.start;
    length += size;
    if (length > MAX_LENGTH) return;
    grouping = count === 0 ? String(size) : `${grouping}-${size}`;
    hasDigit ||= piece.hasDigit;
    hasLetter ||= piece.hasLetter;
    if (hasDigit && hasLetter && groupings.whole.has(grouping)) {
      const written = compact(text, pieces, first, count);
      out.push({ start, end: piece.end, written, grouping });
    }
    if (!groupings.prefixes.has(grouping)) return;
  }
}

function compact(text: string, pieces: readonly Piece[], first: number, count: number): string {
  let written = '';
  for (let index = first; index <= first + count; index += 1) {
    const piece = pieces[index];
    if (piece !== undefined) written += text.slice(piece.start, piece.end);
  }
  return written;
}

function joins(text: string, left: Piece | undefined, right: Piece): boolean {
  return left !== undefined && right.start - left.end === 1 && ' -./'.includes(text.charAt(left.end));
}
