import { groupBy } from '../util/group-by.ts';
import type { Candidate } from './detector.ts';
import type { Tier } from './entity-type.ts';
import { mergeFindings } from './merge-findings.ts';
import type { Span } from './rule.ts';

export interface Effects {
  readonly tierOf: (type: string) => Tier;
  /** Whether values of the type stay in the text as they are. */
  readonly passes: (type: string) => boolean;
  /** What an operator has put into the text earlier, in order; a value found wholly inside is none. */
  readonly own: readonly Span[];
}

/**
 * Makes candidates disjoint (`mergeFindings`), those that stay apart from those that go: a value that is let through
 * never covers one that is not, and gives way where the two overlap. Two readings of the very same span are one value,
 * and the better reading says which.
 */
export function mergeByEffect(candidates: readonly Candidate[], effects: Effects): readonly Candidate[] {
  const { tierOf, passes, own } = effects;
  const foreign =
    own.length === 0
      ? candidates
      : candidates.filter((candidate) => !isWithin(candidate, spanAt(own, candidate.start)));
  if (!foreign.some(({ type }) => passes(type))) return mergeFindings(foreign, tierOf);
  const readings = [...groupBy(foreign, ({ start, end }) => `${start}-${end}`).values()].flatMap((same) =>
    mergeFindings(same, tierOf),
  );
  const going = mergeFindings(
    readings.filter(({ type }) => !passes(type)),
    tierOf,
  );
  const staying = mergeFindings(
    readings.filter(({ type }) => passes(type)),
    tierOf,
  ).filter(({ start, end }) => (spanAt(going, end - 1)?.end ?? 0) <= start);
  return [...going, ...staying].toSorted((a, b) => a.start - b.start);
}

/** The last of disjoint spans in their order that begins at or before a place. */
function spanAt(spans: readonly Span[], index: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

function isWithin(inner: Span, outer: Span | undefined): boolean {
  return outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}
