import type { AuditDatabase } from '../db/database.ts';
import type { Actor } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import {
  type AuditEntryView,
  countEntries,
  type EntryFilters,
  type EntryOrder,
  queryEntries,
} from './entries.ts';
import { parseLeaf } from './leaf.ts';

/** One look through the log: its entry says who looked for what, and allows to page through what came before it. */
export interface Search {
  /** Number of the entry that records it. */
  readonly search: number;
  /** Entries that fit. They never change: the log only grows behind them. */
  readonly total: number;
}

export interface SearchPage {
  readonly order: EntryOrder;
  readonly offset: number;
  readonly limit: number;
}

/** As long as a session can last: whoever comes back later has looked again. */
const SEARCH_MS = 12 * 3_600_000;

export async function countFound(db: AuditDatabase, search: number, filters: EntryFilters): Promise<Search> {
  return { search, total: await countEntries(db, { ...filters, before: search }) };
}

/**
 * A page of what a search found. What it looked for stands in its entry, so that nothing else can be read under it.
 * @throws AppError ERR_NOT_FOUND when this actor has no such search, or it is over
 */
export async function readFound(
  db: AuditDatabase,
  actor: Actor,
  now: Date,
  { search, ...page }: SearchPage & { readonly search: number },
): Promise<AuditEntryView[]> {
  const filters = await filtersOf(db, actor, now, search);
  return queryEntries(db, { ...filters, ...page, before: search });
}

async function filtersOf(db: AuditDatabase, actor: Actor, now: Date, search: number): Promise<EntryFilters> {
  const row = await db
    .selectFrom('audit_entries')
    .select('leaf')
    .where('seq', '=', search)
    .where('type', '=', 'audit.searched')
    .executeTakeFirst();
  const leaf = row === undefined ? undefined : parseLeaf(JSON.parse(row.leaf));
  if (leaf?.type === 'audit.searched') {
    const own = leaf.actor.kind === actor.kind && leaf.actor.id === actor.id;
    if (own && now.getTime() - Date.parse(leaf.at) < SEARCH_MS) return leaf.filters;
  }
  throw new AppError('ERR_NOT_FOUND', 'You have no such search, or it is over. Search again.', {
    status: 404,
  });
}
