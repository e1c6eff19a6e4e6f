/** Rows per statement: SQLite binds at most 32,766 values, PostgreSQL 65,535. */
export const BATCH = 200;

export function batchesOf<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));
}
