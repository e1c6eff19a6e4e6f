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
 * Lists the numbers of a text in the order of their start, in linear time: each run is joined with at most
 * MAX_DIGITS following ones.
 */
export function listNumberCandidates(text: string): readonly NumberCandidate[] {
  const runs = listRuns(text);
  const candidates: NumberCandidate[] = [];
  for (let first = 0; first < runs.length; first += 1) joinFrom(text, runs, first, candidates);
  return candidates;
}

function listRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (isDigit && start < 0) start = index;
    if (!isDigit && start >= 0) {
      runs.push({ start, end: index });
      start = -1;
    }
  }
  return runs;
}

function joinFrom(text: string, runs: readonly Run[], first: number, out: NumberCandidate[]): void {
  const head = runs[first];
  if (head === undefined) return;
  const startsChain = first === 0 || !joins(text, runs[first - 1], head);
  let digits = '';
  let grouping = '';
  let wrapped = false;
  let singles = true;
  let previous: Run | undefined;
  for (let index = first; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || (previous !== undefined && !joins(text, previous, run))) return;
    if (digits.length + run.end - run.start > MAX_DIGITS) return;
    if (previous !== undefined && isLineBreak(text, previous.end)) wrapped = true;
    digits += text.slice(run.start, run.end);
    grouping += `${previous === undefined ? '' : '-'}${run.end - run.start}`;
    singles &&= run.end - run.start === 1;
    const endsChain = !joins(text, run, runs[index + 1]);
    const digitByDigit = singles && startsChain && endsChain && digits.length > 1;
    out.push({ start: head.start, end: run.end, digits, grouping, digitByDigit, wrapped });
    previous = run;
  }
}

function joins(text: string, left: Run | undefined, right: Run | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return right.start - left.end === 1 && ' -._/\n'.includes(text.charAt(left.end));
}

function isLineBreak(text: string, index: number): boolean {
  return text.charAt(index) === '\n';
}
