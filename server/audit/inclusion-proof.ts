import { createCompactRange } from './compact-range.ts';
import { nodeHash } from './tree-hash.ts';

/** Leaf indexes `start` (included) to `end` (excluded), counted from 0. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Gives the leaf hashes of a range, in order. */
export type ReadHashes = (start: number, end: number) => AsyncIterable<Buffer>;

/**
 * Sibling hashes from the leaf up to the root's child (RFC 6962 §2.1.1).
 * @throws RangeError when the index is not in a tree of that size
 */
export async function buildInclusionPath(index: number, size: number, read: ReadHashes): Promise<Buffer[]> {
  assertInside(index, size);
  const path: Buffer[] = [];
  for (const { start, end } of siblingRanges(index, { start: 0, end: size })) {
    const subtree = createCompactRange();
    for await (const hash of read(start, end)) subtree.append(hash);
    path.push(subtree.root());
  }
  return path;
}

/** The ranges whose roots are the path of a leaf, in the order of the path. */
export function siblingRanges(index: number, { start, end }: LeafRange): LeafRange[] {
  if (end - start === 1) return [];
  const middle = start + largestPowerBelow(end - start);
  return index < middle
    ? [...siblingRanges(index, { start, end: middle }), { start: middle, end }]
    : [...siblingRanges(index, { start: middle, end }), { start, end: middle }];
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The root that the path leads to (RFC 9162 §2.1.3.2). Undefined when the path is longer or shorter than the place
 * of the leaf demands. The path is hostile input.
 */
export function rootFromPath(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  if (!isInside(index, size)) return undefined;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : undefined;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isInside(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

function assertInside(index: number, size: number): void {
  if (!isInside(index, size)) throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`);
}
