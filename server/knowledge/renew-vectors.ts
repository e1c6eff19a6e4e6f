import { batchesOf } from './batches.ts';
import { searchTextOf } from './chunk-row.ts';
import { chunksWithVectors, updateVectors } from './document-store.ts';
import type { EmbeddedChunk } from './document-writer.ts';
import type { IndexStore } from './index-store.ts';
import { compareIndex, type RepairContext } from './repair-index.ts';

export interface RenewContext extends Omit<RepairContext, 'index'> {
  /** The index of the new model, which is being filled. */
  readonly next: IndexStore;
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Whether to leave off: the product is being closed. */
  readonly stopped: () => boolean;
  /** Puts the new index in force. Nothing else writes meanwhile. */
  readonly putInForce: () => Promise<void>;
}

/** Rounds of catching up with imports before the last one keeps writers waiting. */
const ROUNDS = 3;

/**
 * Embeds every chunk with the new model into a second index, and puts that in force when it holds all of them. The first
 * one answers until then. A stop loses nothing that the second index has: the next start goes on from there.
 */
export async function renewVectors(context: RenewContext): Promise<void> {
  const { exclusively, stopped } = context;
  for (let round = 0; round < ROUNDS && !stopped(); round += 1) await fillNext(context);
  if (stopped()) return;
  await exclusively(async () => {
    await fillNext(context);
    // Left off half-way, the new index lacks chunks: the former one stays in force.
    if (stopped()) return;
    await keepVectors(context);
    await context.next.maintain();
    await context.putInForce();
  });
}

async function fillNext(context: RenewContext): Promise<void> {
  const { db, next, progress, stopped } = context;
  const { missing, extra } = await compareIndex(db, next);
  for (const batch of batchesOf(extra)) await next.removeChunks(batch);
  const total = (await next.keys()).size + missing.length;
  let done = total - missing.length;
  if (missing.length > 0) progress(done, total);
  for (const batch of batchesOf(missing)) {
    if (stopped()) return;
    await next.replace(await embedChunks(context.embed, await chunksWithVectors(db, batch)));
    done += batch.length;
    progress(done, total);
  }
}

/** The same chunks with vectors of another model. */
export async function embedChunks<Chunk extends EmbeddedChunk>(
  embed: RenewContext['embed'],
  chunks: readonly Chunk[],
): Promise<Chunk[]> {
  const vectors = await embed(chunks.map(searchTextOf));
  return chunks.map((chunk, at) => ({ ...chunk, vector: vectors[at] ?? new Float32Array() }));
}

/** The database is the truth of vectors as well: it gets those of the new model. */
async function keepVectors({ db, next }: RenewContext): Promise<void> {
  for (const batch of batchesOf([...(await next.keys()).keys()])) {
    const vectors = await next.vectors(batch);
    await updateVectors(db, vectors);
  }
}
