import type { Groupings } from './groupings.ts';

/** Longest number of digits that any rule asks for. */
const MAX_DIGITS = 30;

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

interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * Lists the numbers of a text that are written in one of the ways, digit by digit or over two lines, in the order of
 * their start. Linear time: runs are joined no further than some rule asks for.
 */
export function listNumberCandidates(text: string, groupings: Groupings): readonly NumberCandidate[] {
  const runs = listRuns(text);
  const candidates: NumberCandidate[] = [];
  for (let first = 0; first < runs.length; first += 1) joinFrom(text, runs, first, groupings, candidates);
  return candidates;
}

function listRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : 0;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (isDigit && start < 0) start = index;
    if (!isDigit && start >= 0) {
      runs.push({ start, end: index });
      start = -1;
    }
  }
  return runs;
}

function joinFrom(
  text: string,
  runs: readonly Run[],
  first: number,
  { whole, prefixes }: Groupings,
  out: NumberCandidate[],
): void {
  const start = runs[first]?.start ?? 0;
  const startsChain = !joins(text, runs[first - 1], runs[first]);
  let length = 0;
  let grouping = '';
  let wrapped = false;
  let singles = true;
  for (let index = first; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || (index > first && !joins(text, runs[index - 1], run))) return;
    const size = run.end - run.start;
    length += size;
    if (length > MAX_DIGITS) return;
    grouping = index === first ? String(size) : `${grouping}-${size}`;
    wrapped ||= index > first && isLineBreak(text, run.start - 1);
    singles &&= size === 1;
    const isSpelled = singles && startsChain;
    const digitByDigit = isSpelled && length > 1 && !joins(text, run, runs[index + 1]);
    if (digitByDigit || whole.has(grouping) || (wrapped && index === first + 1)) {
      out.push({
        start,
        end: run.end,
        digits: digitsOf(text, runs, first, index),
        grouping,
        digitByDigit,
        wrapped,
      });
    }
    if (!isSpelled && !prefixes.has(grouping) && !(index === first && isLineBreak(text, run.end))) return;
  }
}

function digitsOf(text: string, runs: readonly Run[], first: number, last: number): string {
  let digits = '';
  for (let index = first; index <= last; index += 1) {
    const run = runs[index];
    if (run !== undefined) digits += text.slice(run.start, run.end);
  }
  return digits;
}

function joins(text: string, left: Run | undefined, right: Run | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return right.start - left.end === 1 && ' -._/\n'.includes(text.charAt(left.end));
}

function isLineBreak(text: string, index: number): boolean {
  return text.charAt(index) === '\n';
}
