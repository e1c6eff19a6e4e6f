import type { AppDatabase } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import type { ChunkRow } from './chunk-row.ts';
import { allChunks, chunkIds, updateVectors } from './document-store.ts';
import type { IndexStore } from './index-store.ts';

export interface KeeperContext {
  readonly db: AppDatabase;
  readonly index: IndexStore;
  readonly reembed: (chunks: readonly ChunkRow[]) => Promise<ChunkRow[]>;
  readonly dimensions: number;
  readonly logger: Logger;
}

/** Rebuilds the index from the database when the two do not hold the same chunks. True when it had to. */
export async function syncIndex(context: KeeperContext): Promise<boolean> {
  if (await isInStep(context)) return false;
  await rebuildIndex(context);
  return true;
}

/** Empties the index and fills it again. Vectors of another length (another embedder) are computed anew. */
export async function rebuildIndex(context: KeeperContext): Promise<void> {
  await context.index.reset();
  let chunks = 0;
  for await (const batch of allChunks(context.db)) {
    await context.index.add(await withFittingVectors(context, batch));
    chunks += batch.length;
  }
  await context.index.maintain();
  context.logger.info({ chunks }, 'knowledge.index-rebuilt');
}

async function isInStep({ db, index }: KeeperContext): Promise<boolean> {
  try {
    const [stored, indexed] = await Promise.all([chunkIds(db), index.ids()]);
    const known = new Set(indexed);
    return stored.length === indexed.length && stored.every((id) => known.has(id));
  } catch {
    // An index that cannot be read is not in step.
    return false;
  }
}

async function withFittingVectors(context: KeeperContext, batch: readonly ChunkRow[]): Promise<ChunkRow[]> {
  const unfit = batch.filter((chunk) => chunk.vector.length !== context.dimensions);
  if (unfit.length === 0) return [...batch];
  const mended = await context.reembed(unfit);
  await updateVectors(context.db, mended);
  const byId = new Map(mended.map((chunk) => [chunk.id, chunk]));
  return batch.map((chunk) => byId.get(chunk.id) ?? chunk);
}
