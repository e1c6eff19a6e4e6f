import { hash } from 'node:crypto';
import { decodeBase64 } from '../signed-note.ts';
import type { LeafFacts } from './leaf-facts.ts';
import { PAGE_ENTRIES, type StoredContent } from './stored-entry.ts';
import type { ErasedRange, ProblemList } from './verify-report.ts';

/** Holds the sealed contents against what their entries commit to. Only content may be missing, and only where an entry says so. */
export interface ContentCheck {
  /**
   * @param seq where the entry stands, whatever it says itself
   * @param kept whether contents are kept where it was read; an export has none
   */
  takeEntry(facts: LeafFacts, seq: number, kept: boolean): void;
  takeContent(content: StoredContent): void;
  /** Call it after the last content. */
  end(): void;
  /** What entries say is gone, the first 1,000 ranges. */
  readonly erased: readonly ErasedRange[];
  readonly remarks: readonly string[];
}

type Range = readonly [from: number, to: number];

const MAX_REPORTED = 1000;

export function createContentCheck(problems: ProblemList): ContentCheck {
  /** Digests of contents that have not come yet, by entry. */
  const awaited = new Map<number, string>();
  const missing: [number, number][] = [];
  const erased: ErasedRange[] = [];
  const remarks: string[] = [];
  let held = false;

  const miss = (seq: number): void => {
    const last = missing.at(-1);
    // Erased contents often lie side by side; ranges keep the memory small.
    if (last !== undefined && last[1] + 1 === seq) last[1] = seq;
    else missing.push([seq, seq]);
  };

  const missBefore = (seq: number): void => {
    for (const [earlier] of awaited) {
      if (earlier >= seq) return;
      awaited.delete(earlier);
      miss(earlier);
    }
  };

  const takeErasure = ({ leaf }: LeafFacts, seq: number): void => {
    if (leaf?.type !== 'content.erased') return;
    const { actor, approver, seqs } = leaf;
    if (actor.kind === approver.kind && actor.id === approver.id)
      problems.add('entry', seq, seq, 'one person alone decided it');
    for (const [from = 0, to = 0] of seqs) {
      if (from < 1 || from > to || to >= seq)
        problems.add('entry', seq, seq, 'it erases what cannot be erased');
      else erased.push({ from, to, by: seq });
    }
  };

  return {
    takeEntry(facts, seq, kept) {
      const { content } = facts;
      held ||= kept;
      if (kept && content !== undefined) awaited.set(seq, content);
      if (awaited.size > PAGE_ENTRIES) missBefore(seq - PAGE_ENTRIES);
      takeErasure(facts, seq);
    },
    takeContent({ seq, sealed }) {
      missBefore(seq);
      const digest = awaited.get(seq);
      awaited.delete(seq);
      const bytes = typeof sealed === 'string' ? decodeBase64(sealed) : undefined;
      if (digest === undefined) problems.add('entry', seq, seq, 'a content that no entry commits to');
      else if (bytes === undefined || hash('sha256', bytes, 'hex') !== digest)
        problems.add('entry', seq, seq, 'its content was changed');
    },
    end() {
      missBefore(Number.POSITIVE_INFINITY);
      const gone = erased.map((range): Range => [range.from, range.to]);
      for (const [from, to] of subtractRanges(missing, gone))
        problems.add('entry', from, to, 'its content is missing, and no entry says why');
      const [left] = held ? subtractRanges(gone, missing) : [];
      if (left !== undefined) remarks.push(`The content of entry ${left[0]} was erased and is back.`);
    },
    get erased() {
      return erased.slice(0, MAX_REPORTED);
    },
    remarks,
  };
}

/** What lies in `ranges` and in none of `others`. */
export function subtractRanges(ranges: readonly Range[], others: readonly Range[]): Range[] {
  const sorted = others.toSorted(([a], [b]) => a - b);
  let next = 0;
  return ranges
    .toSorted(([a], [b]) => a - b)
    .flatMap(([from, to]) => {
      const rest: Range[] = [];
      let start = from;
      while ((sorted[next]?.[1] ?? Infinity) < start) next += 1;
      for (let index = next; index < sorted.length && start <= to; index += 1) {
        const [first = 0, last = 0] = sorted[index] ?? [];
        if (first > to) break;
        if (first > start) rest.push([start, first - 1]);
        start = Math.max(start, last + 1);
      }
      return start <= to ? [...rest, [start, to] as const] : rest;
    });
}
