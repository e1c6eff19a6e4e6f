import { z } from 'zod';
import type { AppDatabase } from '../db/database.ts';
import { createSettings } from '../db/settings.ts';

const SETTING = 'knowledge.embedder';

const embedderInForce = z.object({ name: z.string(), dimensions: z.int().min(1) });

/** Which embedding model the vectors of the index are of. */
export type EmbedderInForce = z.infer<typeof embedderInForce>;

/** The one the store was filled with; of a new store, the wanted one, which is remembered. */
export async function readEmbedder(db: AppDatabase, wanted: EmbedderInForce): Promise<EmbedderInForce> {
  const value = await createSettings(db).get(SETTING);
  if (value === undefined) {
    await keepEmbedder(db, wanted);
    return wanted;
  }
  return parseEmbedder(value) ?? { ...wanted, name: value };
}

export function keepEmbedder(db: AppDatabase, embedder: EmbedderInForce): Promise<void> {
  return createSettings(db).set(SETTING, JSON.stringify(embedder));
}

function parseEmbedder(value: string): EmbedderInForce | undefined {
  try {
    return embedderInForce.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}
