import { emptyRoot, nodeHash } from './tree-hash.ts';

/**
 * A Merkle tree (RFC 6962 §2.1) that grows to the right and keeps only the roots of its perfect subtrees:
 * at most one hash for each bit of its size.
 */
export interface CompactRange {
  readonly size: number;
  append(leafHash: Buffer): void;
  root(): Buffer;
  copy(): CompactRange;
}

export function createCompactRange(): CompactRange {
  return grow([], 0);
}

/** `peaks` are the roots of the perfect subtrees, biggest first. */
function grow(peaks: Buffer[], start: number): CompactRange {
  let size = start;
  return {
    get size() {
      return size;
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
