import { type CompactRange, createCompactRange, subtreeSizes } from './compact-range.ts';
import { nodeHash } from './tree-hash.ts';

/** A tree of so many leaves with this root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** Leaf indexes `start` (included) to `end` (excluded), counted from 0. */
interface Subtree {
  readonly start: number;
  readonly end: number;
}

/**
 * Hashes that show that a tree goes on from `old` (RFC 6962 §2.1.2), computed from what is kept of `old` and the leaf
 * hashes that were added. Empty when nothing was added, or nothing was there before.
 */
export function buildConsistencyProof(old: CompactRange, added: readonly Buffer[]): Buffer[] {
  if (old.size === 0 || added.length === 0) return [];
  const peaks = peaksByStart(old);
  return subtreesOf(old.size, { start: 0, end: old.size + added.length }, true).map(({ start, end }) => {
    // What lies in the old tree is one of its perfect subtrees; everything else lies behind it.
    const peak = end <= old.size ? peaks.get(start) : undefined;
    return peak ?? rootOf(added.slice(start - old.size, end - old.size));
  });
}

function peaksByStart({ size, peaks }: CompactRange): ReadonlyMap<number, Buffer> {
  let start = 0;
  const sizes = subtreeSizes(size);
  return new Map(
    peaks.map((peak, index) => {
      const entry = [start, peak] as const;
      start += sizes[index] ?? 0;
      return entry;
    }),
  );
}

/** SUBPROOF of RFC 6962 §2.1.2 as ranges of leaves; `whole`: the verifier knows the root of the old tree. */
function subtreesOf(old: number, { start, end }: Subtree, whole: boolean): Subtree[] {
  if (old === end - start) return whole ? [] : [{ start, end }];
  const middle = start + largestPowerBelow(end - start);
  return old <= middle - start
    ? [...subtreesOf(old, { start, end: middle }, whole), { start: middle, end }]
    : [...subtreesOf(old - (middle - start), { start: middle, end }, false), { start, end: middle }];
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function rootOf(leafHashes: readonly Buffer[]): Buffer {
  const range = createCompactRange();
  for (const hash of leafHashes) range.append(hash);
  return range.root();
}

/**
 * Whether `proof` shows that the tree `now` goes on from the tree `old` (RFC 9162 §2.1.4.2). From an empty tree every
 * tree goes on, by an empty proof. The proof is hostile input.
 */
export function isConsistent(old: TreeHead, now: TreeHead, proof: readonly Buffer[]): boolean {
  if (!isSize(old.size) || !isSize(now.size) || old.size > now.size) return false;
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root);
  if (old.size === 0) return proof.length === 0;
  if (proof.length === 0) return false;
  const reached = rootsFromProof(old, now.size, proof);
  return reached !== undefined && reached.old.equals(old.root) && reached.now.equals(now.root);
}

/** The roots of both trees that the proof leads to; undefined when it is longer or shorter than the sizes demand. */
function rootsFromProof(
  old: TreeHead,
  size: number,
  proof: readonly Buffer[],
): { old: Buffer; now: Buffer } | undefined {
  // A tree of a power of two is one subtree of the new tree, and its root is known.
  const [first, ...rest] = subtreeSizes(old.size).length === 1 ? [old.root, ...proof] : proof;
  if (first === undefined) return undefined;
  let node = old.size - 1;
  let last = size - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let roots = { old: first, now: first };
  for (const sibling of rest) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      roots = { old: nodeHash(sibling, roots.old), now: nodeHash(sibling, roots.now) };
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      roots = { old: roots.old, now: nodeHash(roots.now, sibling) };
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? roots : undefined;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
