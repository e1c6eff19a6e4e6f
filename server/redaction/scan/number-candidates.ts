import { type Groupings, ROOT } from './groupings.ts';

/** Longest number of digits that any rule asks for. */
const MAX_DIGITS = 30;
const LINE_BREAK = 0x0a;

/** A maximal run of digits, or several joined by single separators. Never a part of a longer run of digits. */
export interface NumberCandidate {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Lengths of the runs, for example `6-8-4`. */
  readonly grouping: string;
  /** Every digit stands alone, and no more digits join on either side. */
  readonly digitByDigit: boolean;
  /** A line break is among the separators. */
  readonly wrapped: boolean;
}

/** How a number is written. */
export interface NumberWriting {
  /** Runs of digits. */
  readonly runs: number;
  /** Digits. */
  readonly length: number;
  readonly digitByDigit: boolean;
  readonly wrapped: boolean;
  /** Of the groupings. */
  readonly node: number;
}

/**
 * Visits the numbers of a text that are written in one of the ways, digit by digit or over two lines, in the order of
 * their start. Linear time: runs are joined no further than some rule asks for. Digits are not
 * copied: most numbers are no value.
 */
export function visitNumbers(
  text: string,
  groupings: Groupings<unknown>,
  visit: (start: number, end: number, writing: NumberWriting) => void,
): void {
  for (let start = nextDigit(text, 0); start < text.length;) {
    joinFrom(text, start, groupings, visit);
    start = nextDigit(text, runEnd(text, start, text.length));
  }
}

function joinFrom(
  text: string,
  start: number,
  groupings: Groupings<unknown>,
  visit: (start: number, end: number, writing: NumberWriting) => void,
): void {
  const startsChain = !(isSeparator(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start - 2)));
  let node = ROOT;
  let length = 0;
  let wrapped = false;
  let singles = true;
  for (let from = start, runs = 1; ; runs += 1) {
    const end = runEnd(text, from, from + MAX_DIGITS + 1 - length);
    length += end - from;
    if (length > MAX_DIGITS) return;
    node = groupings.next(node, end - from);
    singles &&= end - from === 1;
    const isSpelled = singles && startsChain;
    const separator = text.charCodeAt(end);
    const joins = isSeparator(separator) && isDigit(text.charCodeAt(end + 1));
    const digitByDigit = isSpelled && length > 1 && !joins;
    if (digitByDigit || groupings.at(node) !== undefined || (wrapped && runs === 2))
      visit(start, end, { runs, length, digitByDigit, wrapped, node });
    const breaksHere = runs === 1 && separator === LINE_BREAK;
    if (!joins || (!isSpelled && !breaksHere && !groupings.goesOn(node))) return;
    wrapped ||= separator === LINE_BREAK;
    from = end + 1;
  }
}

function nextDigit(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function runEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Space, dash, dot, underscore, slash, line break. */
function isSeparator(unit: number): boolean {
  switch (unit) {
    case 0x20:
    case 0x2d:
    case 0x2e:
    case 0x5f:
    case 0x2f:
    case LINE_BREAK:
      return true;
    default:
      return false;
  }
}
