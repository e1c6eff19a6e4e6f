import type { Checkpoint } from '../checkpoint.ts';
import { createCompactRange } from '../compact-range.ts';
import { rootFromPath, siblingRanges } from '../inclusion-proof.ts';
import { leafHash } from '../tree-hash.ts';
import type { StoredEntry } from './stored-entry.ts';

/** An entry and its path to the root. */
export interface ProvenEntry {
  readonly leaf: Buffer;
  readonly path: readonly Buffer[];
}

/**
 * Reads a log once and gathers the path from entry `seq` (from 1) to the root of the checkpoint.
 * @returns undefined when the entries do not lead there
 */
export function proveEntry(
  entries: Iterable<StoredEntry>,
  seq: number,
  { size, root }: Checkpoint,
): ProvenEntry | undefined {
  const index = seq - 1;
  const subtrees = siblingRanges(index, { start: 0, end: size }).map((range) => ({
    ...range,
    tree: createCompactRange(),
  }));
  const byPlace = subtrees.toSorted((a, b) => a.start - b.start);
  let leaf: Buffer | undefined;
  let place = 0;
  for (const { bytes } of entries) {
    if (place >= size) break;
    while (byPlace[0] !== undefined && byPlace[0].end <= place) byPlace.shift();
    if (place === index) leaf = Buffer.from(bytes);
    else byPlace[0]?.tree.append(leafHash(bytes));
    place += 1;
  }
  if (leaf === undefined || place < size) return undefined;
  const path = subtrees.map(({ tree }) => tree.root());
  const reached = rootFromPath(leafHash(leaf), index, size, path);
  return reached?.equals(root) === true ? { leaf, path } : undefined;
}
