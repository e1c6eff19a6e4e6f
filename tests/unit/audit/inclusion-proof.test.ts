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
      for (let index = 0; index < size; index += 1) {
        const path = await buildInclusionPath(index, size, read);
        const wrong = wrongClaims({ leaf: hashAt(index), index, size, path });
        const accepted = wrong.filter((claim) => leads(claim, rootOf(size)));
        expect(accepted).toEqual([]);
      }
    }
  });

  it('is refused for a leaf that the tree does not have', async () => {
    await expect(buildInclusionPath(3, 3, read)).rejects.toThrow(RangeError);
    await expect(buildInclusionPath(-1, 3, read)).rejects.toThrow(RangeError);
    await expect(buildInclusionPath(0, 0, read)).rejects.toThrow(RangeError);
  });
});

interface Claim {
  readonly leaf: Buffer;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Buffer[];
}

function leads({ leaf, index, size, path }: Claim, root: Buffer): boolean {
  return rootFromPath(leaf, index, size, path)?.equals(root) === true;
}

function wrongClaims(claim: Claim): Claim[] {
  const { index, size, path } = claim;
  const places = Array.from({ length: size + 1 }, (_, place) => place).filter((place) => place !== index);
  const paths = [
    [...path, hashAt(0)],
    [hashAt(0), ...path],
    ...(path.length > 0 ? [path.slice(1), path.slice(0, -1), path.with(0, hashAt(63))] : []),
    ...(path.length > 1 ? [path.toReversed()] : []),
  ];
  return [
    { ...claim, leaf: hashAt(63) },
    { ...claim, index: -1 },
    ...places.map((place) => ({ ...claim, index: place })),
    ...paths.map((other) => ({ ...claim, path: other })),
  ];
}
