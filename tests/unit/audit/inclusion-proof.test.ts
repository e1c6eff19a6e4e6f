import { describe, expect, it } from 'vitest';
import { createCompactRange } from '../../../server/audit/compact-range.ts';
import { buildInclusionPath, rootFromPath } from '../../../server/audit/inclusion-proof.ts';
import { leafHash } from '../../../server/audit/tree-hash.ts';

const hashes = Array.from({ length: 64 }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

async function* read(start: number, end: number): AsyncIterable<Buffer> {
  yield* await Promise.resolve(hashes.slice(start, end));
}

function rootOf(size: number): Buffer {
  const range = createCompactRange();
  for (const hash of hashes.slice(0, size)) range.append(hash);
  return range.root();
}

function hashAt(index: number): Buffer {
  return hashes[index] ?? Buffer.alloc(0);
}

describe('an inclusion path', () => {
  it('leads from every leaf of every tree of 1 to 64 leaves to its root, and is as short as can be', async () => {
    for (let size = 1; size <= hashes.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const path = await buildInclusionPath(index, size, read);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(rootFromPath(hashAt(index), index, size, path)).toEqual(rootOf(size));
      }
    }
  });

  it('leads nowhere else: not for another leaf, place or size, nor with a hash more, less, changed or swapped', async () => {
    for (let size = 1; size <= 17; size += 1) {
      const root = rootOf(size);
      for (let index = 0; index < size; index += 1) {
        const path = await buildInclusionPath(index, size, read);
        const leads = (
          leaf: Buffer,
          place: number,
          total: number,
          hashesOnTheWay: readonly Buffer[],
        ): boolean => rootFromPath(leaf, place, total, hashesOnTheWay)?.equals(root) === true;
        expect(leads(hashAt(63), index, size, path)).toBe(false);
        for (let other = 0; other < size; other += 1)
          if (other !== index) expect(leads(hashAt(index), other, size, path)).toBe(false);
        expect(leads(hashAt(index), size, size, path)).toBe(false);
        expect(leads(hashAt(index), -1, size, path)).toBe(false);
        expect(leads(hashAt(index), index, size, [...path, hashAt(0)])).toBe(false);
        expect(leads(hashAt(index), index, size, [hashAt(0), ...path])).toBe(false);
        if (path.length > 0) {
          expect(leads(hashAt(index), index, size, path.slice(1))).toBe(false);
          expect(leads(hashAt(index), index, size, path.slice(0, -1))).toBe(false);
          expect(leads(hashAt(index), index, size, path.with(0, hashAt(63)))).toBe(false);
        }
        if (path.length > 1) expect(leads(hashAt(index), index, size, path.toReversed())).toBe(false);
      }
    }
  });

  it('is refused for a leaf that the tree does not have', async () => {
    await expect(buildInclusionPath(3, 3, read)).rejects.toThrow(RangeError);
    await expect(buildInclusionPath(-1, 3, read)).rejects.toThrow(RangeError);
    await expect(buildInclusionPath(0, 0, read)).rejects.toThrow(RangeError);
  });
});
