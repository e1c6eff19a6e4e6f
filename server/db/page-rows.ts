import { type Expression, sql, type SqlBool } from 'kysely';
import type { TimeCursor } from '../util/time-cursor.ts';

/** Rows after the cursor in a list that is ordered by this time and then by id, both from new to old. */
export function isBefore(time: string, { at, id }: TimeCursor): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(time)}, ${sql.ref('id')}) < (${at}, ${id})`;
}

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: TimeCursor;
}

/** A page of what was found. One row more than asked for says whether there is another page. */
export function pageRows<Row>(
  found: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => TimeCursor,
): RowPage<Row> {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, ...(last === undefined ? {} : { next: cursorOf(last) }) };
}
