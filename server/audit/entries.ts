import { z } from 'zod';
import type { AuditDatabase } from '../db/database.ts';
import type { AuditEntriesTable } from '../db/tables.ts';
import { type EntryFilters, fittingEntries } from './entry-filters.ts';

export type { EntryFilters } from './entry-filters.ts';

/** Some of the entries that fit. */
export interface EntryQuery extends EntryFilters {
  /** Entries with a greater number; from the first when absent. */
  readonly after?: number;
  /** Entries with a smaller number; up to the last when absent. */
  readonly before?: number;
  /** Oldest first when absent. */
  readonly order?: EntryOrder;
  /** Leaves out so many first. */
  readonly offset?: number;
  readonly limit: number;
}

export const entryOrders = ['oldest', 'newest'] as const;
export type EntryOrder = (typeof entryOrders)[number];

/** An entry as people and programs read it. */
export interface AuditEntryView {
  readonly seq: number;
  /** Leaf hash, hex. */
  readonly hash: string;
  readonly type: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** The record that was hashed. */
  readonly leaf: Readonly<Record<string, unknown>>;
}

const leafObject = z.record(z.string(), z.unknown());

/** Numbers first, then rows: what is passed over or sorted is then an index, not a kilobyte of text for each entry. */
export async function queryEntries(db: AuditDatabase, query: EntryQuery): Promise<AuditEntryView[]> {
  const order = query.order === 'newest' ? 'desc' : 'asc';
  const places = await fittingEntries(db, query)
    .select('seq')
    .orderBy('seq', order)
    .limit(query.limit)
    .offset(query.offset ?? 0)
    .execute();
  if (places.length === 0) return [];
  const numbers = places.map(({ seq }) => seq);
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', 'in', numbers)
    .orderBy('seq', order)
    .execute();
  return rows.map(viewOf);
}

/** How many entries fit, paging aside. */
export async function countEntries(
  db: AuditDatabase,
  query: Pick<EntryQuery, keyof EntryFilters | 'before'>,
): Promise<number> {
  const { found } = await fittingEntries(db, query)
    .select((expression) => expression.fn.countAll<number | string>().as('found'))
    .executeTakeFirstOrThrow();
  return Number(found);
}

export function viewOf({ seq, hash, type, at, leaf }: AuditEntriesTable): AuditEntryView {
  return { seq, hash, type, at, leaf: leafObject.parse(JSON.parse(leaf)) };
}
