import { describe, expect, it } from 'vitest';
import { createCompactRange, resumeCompactRange } from '../../../server/audit/compact-range.ts';
import {
  buildConsistencyProof,
  isConsistent,
  type TreeHead,
} from '../../../server/audit/consistency-proof.ts';
import { leafHash } from '../../../server/audit/tree-hash.ts';

const MOST = 64;
const hashes = Array.from({ length: MOST }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
const sizes = Array.from({ length: MOST + 1 }, (_, size) => size);

function rangeOf(size: number, from = hashes): ReturnType<typeof createCompactRange> {
  const range = createCompactRange();
  for (const hash of from.slice(0, size)) range.append(hash);
  return range;
}

function headOf(size: number, from = hashes): TreeHead {
  return { size, root: rangeOf(size, from).root() };
}

function proofOf(old: number, size: number): Buffer[] {
  return buildConsistencyProof(rangeOf(old), hashes.slice(old, size));
}

/** Every pair of sizes, the smaller one first. */
const pairs = sizes.flatMap((size) => sizes.slice(0, size + 1).map((old) => [old, size] as const));

/** Pairs whose proof has something in it. */
const growing = pairs.filter(([old, size]) => old > 0 && old < size);

describe('a consistency proof (RFC 6962 §2.1.2)', () => {
  it('shows for every pair of sizes up to 64 that the larger tree goes on from the smaller', () => {
    for (const [old, size] of pairs) {
      expect(isConsistent(headOf(old), headOf(size), proofOf(old, size)), `${old} to ${size}`).toBe(true);
    }
  });

  it('is as short as the definition has it', () => {
    // The example of RFC 6962 §2.1.3: trees of 3, 4 and 6 leaves in one of 7.
    expect([3, 4, 6].map((old) => proofOf(old, 7).length)).toEqual([4, 1, 3]);
    expect(growing.every(([old, size]) => proofOf(old, size).length <= 7)).toBe(true);
  });

  it('never shows that a log goes on from another one: any leaf of the old tree differs', () => {
    for (const [old, size] of growing) {
      const forked = hashes.with(old - 1, leafHash(Buffer.from('another')));
      expect(isConsistent(headOf(old, forked), headOf(size), proofOf(old, size))).toBe(false);
      expect(isConsistent(headOf(old), headOf(size, forked), proofOf(old, size))).toBe(false);
    }
  });

  it('does not check when it is changed, cut, extended, swapped or of other sizes', () => {
    for (const [old, size] of growing) {
      const proof = proofOf(old, size);
      const damaged = [
        proof.slice(1),
        proof.slice(0, -1),
        [...proof, hashes[0] ?? Buffer.alloc(32)],
        [Buffer.alloc(32), ...proof],
        proof.with(0, Buffer.from((proof[0] ?? Buffer.alloc(0)).map((byte) => byte ^ 1))),
      ];
      for (const other of damaged) expect(isConsistent(headOf(old), headOf(size), other)).toBe(false);
      expect(isConsistent(headOf(size), headOf(old), proof)).toBe(false);
      expect(isConsistent({ ...headOf(old), size: old + 1 }, headOf(size), proof)).toBe(false);
      expect(isConsistent({ ...headOf(old), size: -old }, headOf(size), proof)).toBe(false);
    }
  });

  it('of an empty old tree, and of equal trees, is empty and nothing else', () => {
    expect(isConsistent(headOf(0), headOf(9), [])).toBe(true);
    expect(isConsistent(headOf(0), headOf(9), [Buffer.alloc(32)])).toBe(false);
    expect(isConsistent(headOf(9), headOf(9), [Buffer.alloc(32)])).toBe(false);
    expect(isConsistent(headOf(9), { size: 9, root: Buffer.alloc(32) }, [])).toBe(false);
  });
});

describe('what is kept of a tree', () => {
  it('is enough to go on from every size', () => {
    for (const size of sizes) {
      const { peaks } = rangeOf(size);
      const resumed = resumeCompactRange(size, peaks);
      for (const hash of hashes.slice(size)) resumed.append(hash);
      expect(resumed.root()).toEqual(rangeOf(MOST).root());
    }
  });

  it.each([
    [3, 1],
    [4, 2],
    [0, 1],
    [-1, 0],
    [1.5, 1],
  ])('of size %d does not have %i hashes', (size, count) => {
    const peaks = hashes.slice(0, count);
    expect(() => resumeCompactRange(size, peaks)).toThrow(RangeError);
  });
});
