import type { AppDatabase } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import type { ChunkRow } from './chunk-row.ts';
import { allChunks, chunkKeys, updateVectors } from './document-store.ts';
import type { IndexStore } from './index-store.ts';

export interface KeeperContext {
  readonly db: AppDatabase;
  readonly index: IndexStore;
  readonly reembed: (chunks: readonly ChunkRow[]) => Promise<ChunkRow[]>;
  readonly dimensions: number;
  /** Which embedding model the vectors must come from; undefined when the caller does not tell. */
  readonly embedder: string | undefined;
  readonly logger: Logger;
}

const SETTING = 'knowledge.embedder';

/**
 * Makes index and database agree: rebuilds the index when the two do not hold the same chunks for
 * the same readers, and embeds everything
 * again when the vectors come from another model.
 */
export async function syncIndex(context: KeeperContext): Promise<void> {
  const renewed = await renewVectors(context);
  if (renewed || !(await isInStep(context))) await rebuildIndex(context);
}

/** Empties the index and fills it again. Vectors of an unfitting length are computed anew. */
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

/** True when another model had made the vectors. A store that does not say is taken to fit. */
async function renewVectors(context: KeeperContext): Promise<boolean> {
  const { db, embedder } = context;
  if (embedder === undefined) return false;
  const row = await db.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst();
  if (row?.value === embedder) return false;
  if (row !== undefined) {
    for await (const batch of allChunks(db)) await updateVectors(db, await context.reembed(batch));
  }
  await db
    .insertInto('settings')
    .values({ name: SETTING, value: embedder })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: embedder }))
    .execute();
  return row !== undefined;
}

async function isInStep({ db, index }: KeeperContext): Promise<boolean> {
  try {
    const [stored, indexed] = await Promise.all([chunkKeys(db), index.keys()]);
    const known = new Set(indexed);
    return stored.length === indexed.length && stored.every((key) => known.has(key));
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
