import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { resumeCompactRange, createCompactRange } from '../../../../server/audit/compact-range.ts';
import {
  buildConsistencyProof,
  isConsistent,
  type TreeHead,
} from '../../../../server/audit/consistency-proof.ts';
import { rootFromPath } from '../../../../server/audit/inclusion-proof.ts';

/**
 * Vectors of RFC 6962, made by its recursive definitions alone: every tree of 1 to 64 leaves, every leaf, every older
 * tree, and of each the families of wrong claims that the field's vectors have.
 */

const MOST = 64;

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
}

function split(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

const leaves = Array.from({ length: MOST }, (_, index) => Buffer.from(`vector ${index}`));
const hashes = leaves.map((leaf) => sha256(Buffer.of(0), leaf));
const roots = new Map<string, Buffer>();

/** MTH of §2.1 over the leaf hashes from `start` to `end`. */
function treeHash(start: number, end: number): Buffer {
  const name = `${start}-${end}`;
  const known = roots.get(name);
  if (known !== undefined) return known;
  const size = end - start;
  const middle = start + (size > 1 ? split(size) : 0);
  const [only = Buffer.alloc(0)] = hashes.slice(start, end);
  const root =
    size === 0
      ? sha256()
      : size === 1
        ? only
        : sha256(Buffer.of(1), treeHash(start, middle), treeHash(middle, end));
  roots.set(name, root);
  return root;
}

/** PATH of §2.1.1. */
function pathOf(index: number, start: number, end: number): Buffer[] {
  if (end - start === 1) return [];
  const middle = start + split(end - start);
  return index < middle
    ? [...pathOf(index, start, middle), treeHash(middle, end)]
    : [...pathOf(index, middle, end), treeHash(start, middle)];
}

/** SUBPROOF of §2.1.2. */
function subproof(old: number, start: number, end: number, whole: boolean): Buffer[] {
  if (old === end - start) return whole ? [] : [treeHash(start, end)];
  const size = split(end - start);
  const middle = start + size;
  return old <= size
    ? [...subproof(old, start, middle, whole), treeHash(middle, end)]
    : [...subproof(old - size, middle, end, false), treeHash(start, middle)];
}

function headOf(size: number): TreeHead {
  return { size, root: treeHash(0, size) };
}

function hashAt(index: number): Buffer {
  return hashes[index] ?? Buffer.alloc(0);
}

/** The proof with a hash more, less, changed, cut, doubled or in another order. */
function wrongPaths(path: readonly Buffer[]): Buffer[][] {
  const foreign = sha256(Buffer.from('foreign'));
  const each = path.flatMap((hash, place) => [
    path.toSpliced(place, 1),
    path.toSpliced(place, 0, hash),
    path.toSpliced(place, 0, foreign),
    path.with(place, foreign),
    path.with(place, Buffer.from(hash).fill((hash[31] ?? 0) ^ 1, 31)),
    path.with(place, hash.subarray(0, 31)),
    path.with(place, Buffer.alloc(0)),
  ]);
  const swapped = path
    .slice(1)
    .map((hash, place) => path.with(place, hash).with(place + 1, path[place] ?? hash));
  return [
    ...each,
    ...swapped,
    [...path, foreign],
    [foreign, ...path],
    [...path, treeHash(0, 0)],
    [...path, ...path, foreign],
  ];
}

describe('inclusion (RFC 6962 §2.1.1)', () => {
  it('of every leaf of every tree of 1 to 64 leaves leads to its root', () => {
    const wrong: string[] = [];
    for (let size = 1; size <= MOST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const reached = rootFromPath(hashAt(index), index, size, pathOf(index, 0, size));
        if (reached?.equals(treeHash(0, size)) !== true) wrong.push(`${index} of ${size}`);
      }
    expect(wrong).toEqual([]);
  });

  it('is not claimed by any wrong path, place, size, leaf or root', () => {
    const accepted: string[] = [];
    for (const size of [1, 2, 3, 4, 5, 7, 8, 11, 16, 31, 33, 64]) {
      const root = treeHash(0, size);
      for (let index = 0; index < size; index += 1) {
        const path = pathOf(index, 0, size);
        const leads = (leaf: Buffer, at: number, of: number, by: readonly Buffer[]): boolean =>
          rootFromPath(leaf, at, of, by)?.equals(root) === true;
        const wrong = [
          ...wrongPaths(path).map((by) => leads(hashAt(index), index, size, by)),
          ...[index - 1, index + 1, index ^ 2, size, -1, 2 ** 53].map((at) =>
            leads(hashAt(index), at, size, path),
          ),
          // A size that does not change the shape of the path claims a tree that no checkpoint signs with this root.
          leads(hashAt(index), index, 0, path),
          leads(hashAt(index), index, 2 * size, path),
          leads(sha256(Buffer.of(0), Buffer.from('another')), index, size, path),
          leads(Buffer.alloc(0), index, size, path),
        ];
        if (wrong.includes(true)) accepted.push(`${index} of ${size}`);
      }
    }
    expect(accepted).toEqual([]);
  });
});

describe('consistency (RFC 6962 §2.1.2)', () => {
  it('of every tree of up to 64 leaves with every older one is proven by the proof of the definition', () => {
    const wrong: string[] = [];
    for (let size = 1; size <= MOST; size += 1)
      for (let old = 1; old <= size; old += 1) {
        const proof = subproof(old, 0, size, true);
        const kept = createCompactRange();
        for (const hash of hashes.slice(0, old)) kept.append(hash);
        const built = buildConsistencyProof(kept, hashes.slice(old, size));
        const same = Buffer.concat(built).equals(Buffer.concat(proof));
        if (!same || !isConsistent(headOf(old), headOf(size), proof)) wrong.push(`${old} of ${size}`);
      }
    expect(wrong).toEqual([]);
  });

  it('is not claimed by any wrong proof, size or root', () => {
    const accepted: string[] = [];
    for (const size of [2, 3, 4, 5, 7, 8, 11, 16, 31, 33, 64])
      for (let old = 1; old < size; old += 1) {
        const [before, now] = [headOf(old), headOf(size)];
        const proof = subproof(old, 0, size, true);
        const wrong = [
          ...wrongPaths(proof).map((by) => isConsistent(before, now, by)),
          isConsistent(now, before, proof),
          isConsistent({ ...before, root: now.root }, { ...now, root: before.root }, proof),
          isConsistent({ ...before, root: treeHash(0, 0) }, now, proof),
          isConsistent(before, { ...now, root: treeHash(0, 0) }, proof),
          isConsistent({ ...before, size: old + 1 }, now, proof),
          isConsistent({ ...before, size: -1 }, now, proof),
          isConsistent(before, now, []),
        ];
        if (wrong.includes(true)) accepted.push(`${old} of ${size}`);
      }
    expect(accepted).toEqual([]);
  });
});

describe('a compact range', () => {
  it('that was kept goes on to the same root, and is refused with a hash too many or too few', () => {
    for (let old = 1; old <= MOST; old += 1) {
      const kept = createCompactRange();
      for (const hash of hashes.slice(0, old)) kept.append(hash);
      const resumed = resumeCompactRange(old, kept.peaks);
      for (const hash of hashes.slice(old)) resumed.append(hash);
      expect(resumed.root()).toEqual(treeHash(0, MOST));
      expect(() => resumeCompactRange(old, [...kept.peaks, hashAt(0)])).toThrow(RangeError);
      expect(() => resumeCompactRange(old, kept.peaks.slice(1))).toThrow(RangeError);
    }
  });
});
