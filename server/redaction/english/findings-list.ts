import type { Candidate } from '../detector.ts';
import type { EvidenceRule } from '../rule.ts';
import type { Reading } from './reading.ts';

/** What has been found in a text so far. A token belongs to one finding. */
export interface FindingsList {
  isTaken(token: number): boolean;
  /** Marks the tokens in a range of the text, which another rule has found. */
  take(start: number, end: number): void;
  /** Tokens from `first` up to, not including, `end`. */
  add(rule: EvidenceRule, first: number, end: number): void;
  readonly found: readonly Candidate[];
}

export function createFindingsList(reading: Reading): FindingsList {
  const taken = new Uint8Array(reading.count);
  const found: Candidate[] = [];
  return {
    take(start, end) {
      for (
        let token = firstFrom(reading, start);
        token < reading.count && (reading.starts[token] ?? 0) < end;
        token += 1
      ) {
        taken[token] = 1;
      }
    },
    isTaken: (token) => taken[token] === 1,
    add({ id, type, score }, first, end) {
      taken.fill(1, first, end);
      const from = reading.starts[first] ?? 0;
      found.push({ type, rule: id, score, start: from, end: reading.ends[end - 1] ?? from });
    },
    found,
  };
}

/** The first token that ends after the offset. */
function firstFrom({ ends, count }: Reading, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
