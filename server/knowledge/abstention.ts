import type { AppDatabase } from '../db/database.ts';
import { STRONG_SUPPORT } from './support.ts';

/** How strong support must be before a collection answers; below it a question is declined. */
export interface AbstentionThreshold {
  readonly collection: string;
  /** Support, `LOWEST_THRESHOLD` to `HIGHEST_THRESHOLD`. */
  readonly threshold: number;
  /** Run it was calibrated by; undefined when it was set by hand. */
  readonly run?: string;
  readonly setBy: string;
  readonly setAt: Date;
}

/** Outside these, nearly everything would be answered, or nearly nothing. */
export const LOWEST_THRESHOLD = 0.2;
export const HIGHEST_THRESHOLD = 0.95;

export function boundThreshold(threshold: number): number {
  return Math.min(HIGHEST_THRESHOLD, Math.max(LOWEST_THRESHOLD, threshold));
}

/** What a sentence of a collection, or of an attached file, must reach. */
export type ThresholdOf = (collection: string | undefined) => number;

/** Thresholds of these collections; one that was never calibrated has `STRONG_SUPPORT`. */
export async function readThresholds(db: AppDatabase, collections: readonly string[]): Promise<ThresholdOf> {
  if (collections.length === 0) return () => STRONG_SUPPORT;
  const rows = await db
    .selectFrom('abstention_thresholds')
    .select(['collection_id', 'threshold'])
    .where('collection_id', 'in', collections)
    .execute();
  const set = new Map(rows.map((row) => [row.collection_id, boundThreshold(row.threshold)]));
  return (collection) => (collection === undefined ? undefined : set.get(collection)) ?? STRONG_SUPPORT;
}

/** The threshold that was set for a collection; undefined when it has the default. */
export async function findThreshold(
  db: AppDatabase,
  collection: string,
): Promise<AbstentionThreshold | undefined> {
  const row = await db
    .selectFrom('abstention_thresholds')
    .selectAll()
    .where('collection_id', '=', collection)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    collection,
    threshold: boundThreshold(row.threshold),
    setBy: row.set_by,
    setAt: new Date(row.set_at),
    ...(row.run_id === null ? {} : { run: row.run_id }),
  };
}

/** Sets a collection's threshold, within the bounds. */
export async function putThreshold(db: AppDatabase, set: AbstentionThreshold): Promise<void> {
  const row = {
    collection_id: set.collection,
    threshold: boundThreshold(set.threshold),
    run_id: set.run ?? null,
    set_by: set.setBy,
    set_at: set.setAt.toISOString(),
  };
  await db
    .insertInto('abstention_thresholds')
    .values(row)
    .onConflict((conflict) => conflict.column('collection_id').doUpdateSet(row))
    .execute();
}

/** Back to the default. */
export async function clearThreshold(db: AppDatabase, collection: string): Promise<void> {
  await db.deleteFrom('abstention_thresholds').where('collection_id', '=', collection).execute();
}
