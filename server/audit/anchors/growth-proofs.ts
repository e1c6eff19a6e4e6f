import { type CompactRange, createCompactRange } from '../compact-range.ts';
import { buildConsistencyProof } from '../consistency-proof.ts';
import { readCopy, storedHashes } from '../read-copy.ts';

/** Gives the consistency proof between two sizes of the log. */
export type GrowthProofs = (old: number, size: number) => Promise<Buffer[]>;

/** Trees of sizes that anchors have held lately: one for each of 16 anchors, and one to come. */
const MOST_KEPT = 32;

/** Proofs from the stored hashes. A tree that was proven before is remembered, so most proofs read what is new only. */
export function createGrowthProofs(path: string): GrowthProofs {
  const kept = new Map<number, CompactRange>();
  return (old, size) =>
    readCopy(path, async (db) => {
      const from = kept.get(old) ?? createCompactRange();
      const start = from.size === old ? from.copy() : createCompactRange();
      if (start.size < old) for await (const hash of storedHashes(db, 0, old)) start.append(hash);
      const added: Buffer[] = [];
      for await (const hash of storedHashes(db, old, size)) added.push(hash);
      const grown = start.copy();
      for (const hash of added) grown.append(hash);
      for (const range of [start, grown]) kept.set(range.size, range);
      for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return buildConsistencyProof(start, added);
    });
}
