import type { AppDatabase } from '../db/database.ts';
import { batchesOf } from './batches.ts';
import type { ChunkRow } from './chunk-row.ts';
import { chunkKeys, chunksWithVectors } from './document-store.ts';
import type { IndexStore } from './index-store.ts';

/** Ids of chunks that the index lacks or has with other rules, and of rows that the database does not know. */
export interface IndexDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export interface RepairContext {
  readonly db: AppDatabase;
  readonly index: IndexStore;
  /** Runs one writer of the index after the other. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told after each batch how many of the missing chunks are in. */
  readonly progress: (done: number, total: number) => void;
}

/** Holds the index against the database: which chunks there are, in which version, for whom and when. */
export async function compareIndex(db: AppDatabase, index: IndexStore): Promise<IndexDifference> {
  const indexed = await index.keys();
  const missing: string[] = [];
  for (const [chunk, key] of await chunkKeys(db)) {
    if (indexed.get(chunk) !== key) missing.push(chunk);
    indexed.delete(chunk);
  }
  return { missing, extra: [...indexed.keys()] };
}

/**
 * Mends what differs, batch by batch, so that writers and searches go on between. What is in the way is taken out first.
 * Stopped half-way, the next comparison goes on where it was. Returns how many rows were wrong.
 */
export async function repairIndex(context: RepairContext): Promise<number> {
  const { db, index, exclusively, progress } = context;
  const { missing, extra } = await compareIndex(db, index);
  for (const batch of batchesOf(extra)) await exclusively(() => removeUnknown(context, batch));
  let done = 0;
  if (missing.length > 0) progress(done, missing.length);
  for (const batch of batchesOf(missing)) {
    await exclusively(async () => index.replace(await chunksWithVectors(db, batch)));
    done += batch.length;
    progress(done, missing.length);
  }
  if (missing.length + extra.length > 0) await exclusively(() => index.maintain());
  return missing.length + extra.length;
}

/** Another process may have written them meanwhile: it writes to the index before the database. */
async function removeUnknown({ db, index }: RepairContext, chunks: readonly string[]): Promise<void> {
  const known = new Set((await chunksWithVectors(db, chunks)).map(({ id }: ChunkRow) => id));
  await index.removeChunks(chunks.filter((chunk) => !known.has(chunk)));
}
