import { type Groupings, NO_WAY, ROOT } from './groupings.ts';

/** No code that a rule asks for is longer. */
const MAX_LENGTH = 44;
const MAX_WORDS = 9;
const LETTER = 1;
const DIGIT = 2;

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
  const pieces = listPieces(text);
  const toDigit = distancesToDigit(pieces);
  for (let first = 0; first < pieces.count; first += 1) {
    // Prose has few digits: most of its words are the first piece of no code.
    if ((toDigit[first] ?? MAX_WORDS) < MAX_WORDS) joinFrom(pieces, first, groupings, visit);
  }
}

/** Letters and digits without anything between them, by index. */
interface Pieces {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** LETTER, DIGIT or both. */
  readonly kinds: Uint8Array;
  /** 1 where one separator and nothing else stands between the piece and the next one. */
  readonly joins: Uint8Array;
}

function listPieces(text: string): Pieces {
  const most = (text.length >>> 1) + 1;
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const kinds = new Uint8Array(most);
  const joins = new Uint8Array(most);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    let kind = kindOf(text.charCodeAt(at));
    if (kind === 0) continue;
    starts[count] = at;
    for (let next = kind; next !== 0; kind |= next) {
      at += 1;
      next = at < text.length ? kindOf(text.charCodeAt(at)) : 0;
    }
    ends[count] = at;
    kinds[count] = kind;
    if (isSeparator(text.charCodeAt(at)) && kindOf(text.charCodeAt(at + 1)) !== 0) joins[count] = 1;
    count += 1;
  }
  return { count, starts, ends, kinds, joins };
}

/** For each piece, how many pieces on the next one with a digit is that it is joined to; MAX_WORDS when that is too far. */
function distancesToDigit({ count, kinds, joins }: Pieces): Uint8Array {
  const distances = new Uint8Array(count);
  let distance = MAX_WORDS;
  for (let index = count - 1; index >= 0; index -= 1) {
    if (((kinds[index] ?? 0) & DIGIT) !== 0) distance = 0;
    else distance = joins[index] === 1 ? Math.min(MAX_WORDS, distance + 1) : MAX_WORDS;
    distances[index] = distance;
  }
  return distances;
}

function joinFrom(
  { starts, ends, kinds, joins }: Pieces,
  first: number,
  groupings: Groupings<unknown>,
  visit: (start: number, end: number, node: number) => void,
): void {
  const start = starts[first] ?? 0;
  let kind = 0;
  let length = 0;
  let node = ROOT;
  for (let index = first; index < first + MAX_WORDS; index += 1) {
    const end = ends[index] ?? 0;
    const size = end - (starts[index] ?? 0);
    length += size;
    if (length > MAX_LENGTH) return;
    node = groupings.next(node, size);
    if (node === NO_WAY) return;
    kind |= kinds[index] ?? 0;
    if (kind === (LETTER | DIGIT) && groupings.at(node) !== undefined) visit(start, end, node);
    if (joins[index] !== 1) return;
  }
}

/** What an ASCII letter or digit is; 0 for everything else. */
function kindOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a && unit < 0x80 ? LETTER : 0;
}

/** Space, dash, dot, slash. */
function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0x2e || unit === 0x2f;
}
