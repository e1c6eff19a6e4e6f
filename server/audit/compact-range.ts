import { emptyRoot, nodeHash } from './tree-hash.ts';

/**
 * A Merkle tree (RFC 6962 §2.1) that grows to the right and keeps only the roots of its perfect subtrees:
 * at most one hash for each bit of its size.
 */
export interface CompactRange {
  readonly size: number;
  /** Roots of the perfect subtrees, biggest first. */
  readonly peaks: readonly Buffer[];
  append(leafHash: Buffer): void;
  root(): Buffer;
  copy(): CompactRange;
}

export function createCompactRange(): CompactRange {
  return grow([], 0);
}

/**
 * Goes on from what was kept of a tree of `size` leaves.
 * @throws RangeError when a tree of that size has more or fewer subtrees
 */
export function resumeCompactRange(size: number, peaks: readonly Buffer[]): CompactRange {
  if (!Number.isSafeInteger(size) || size < 0 || peaks.length !== subtreeSizes(size).length) {
    throw new RangeError(`A tree of ${size} leaves does not have ${peaks.length} subtrees.`);
  }
  return grow([...peaks], size);
}

/** Sizes of the perfect subtrees of a tree, biggest first: its size in powers of two. */
export function subtreeSizes(size: number): number[] {
  const sizes: number[] = [];
  // Division instead of a shift: sizes may pass 2^31.
  for (let rest = size, power = 1; rest > 0; rest = Math.floor(rest / 2), power *= 2) {
    if (rest % 2 === 1) sizes.unshift(power);
  }
  return sizes;
}

function grow(peaks: Buffer[], start: number): CompactRange {
  let size = start;
  return {
    get size() {
      return size;
    },
    get peaks() {
      return peaks;
    },
    append(leafHash) {
      let carry = leafHash;
      // Division instead of a shift: sizes may pass 2^31.
      for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
        const sibling = peaks.pop();
        if (sibling !== undefined) carry = nodeHash(sibling, carry);
      }
      peaks.push(carry);
      size += 1;
    },
    root: () =>
      peaks.length === 0 ? emptyRoot() : peaks.reduceRight((right, left) => nodeHash(left, right)),
    copy: () => grow([...peaks], size),
  };
}
