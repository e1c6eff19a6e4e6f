/** A piece of what was typed; `type` where it will be masked. */
export interface MarkedPiece {
  readonly text: string;
  readonly type?: string;
}

export interface MarkedSpan {
  readonly type: string;
  /** UTF-16 code units of the text that was checked. */
  readonly start: number;
  readonly end: number;
  /** What happens to it. */
  readonly operator?: string;
}

/**
 * The typed text in pieces, those apart that will be masked; what only warns stays as it is. The spans are those of the text that was checked last;
 * where more has been typed since, the ones before the first difference still hold.
 */
export function markSpans(
  typed: string,
  checked: string,
  spans: readonly MarkedSpan[],
): readonly MarkedPiece[] {
  const same = commonLength(typed, checked);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { type, start, end, operator } of spans.toSorted((left, right) => left.start - right.start)) {
    if (start < at || end > same || operator === 'warn') continue;
    if (start > at) pieces.push({ text: typed.slice(at, start) });
    pieces.push({ text: typed.slice(start, end), type });
    at = end;
  }
  return at < typed.length ? [...pieces, { text: typed.slice(at) }] : pieces;
}

function commonLength(left: string, right: string): number {
  const longest = Math.min(left.length, right.length);
  let at = 0;
  while (at < longest && left[at] === right[at]) at += 1;
  return at;
}
