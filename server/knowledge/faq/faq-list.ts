import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { AppDatabase } from '../../db/database.ts';
import type { FaqEntriesTable } from '../../db/faq-tables.ts';
import type { EntryState } from './faq-entry.ts';

export interface FaqQuery {
  /** Only these, and nothing else is ever counted or returned. */
  readonly collections: readonly string[];
  /** Of the caller: entries narrowed to other roles are not there. */
  readonly roles: readonly string[];
  readonly state?: EntryState | undefined;
  /** The gap they were written for. */
  readonly gap?: string | undefined;
  /** A part of the question. */
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
  /** RFC 3339, UTC: decides what has expired. */
  readonly now: string;
}

export interface FaqListItem {
  readonly id: string;
  readonly collection: string;
  readonly question: string;
  readonly states: readonly EntryState[];
  readonly expiresAt: string | undefined;
  readonly updatedAt: string;
}

export interface FaqPage {
  /** Changed last first. */
  readonly entries: readonly FaqListItem[];
  readonly total: number;
}

const draftState = z.enum(['draft', 'in-review']);

export async function pageEntries(db: AppDatabase, query: FaqQuery): Promise<FaqPage> {
  if (query.collections.length === 0) return { entries: [], total: 0 };
  const chosen = selectEntries(db, query);
  const { total } = await chosen
    .select(({ fn }) => fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .selectAll()
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  const entries = rows.map((row): FaqListItem => ({
    id: row.id,
    collection: row.collection_id,
    question: row.question,
    states: statesOf(row, query.now),
    expiresAt: row.expires_at ?? undefined,
    updatedAt: row.updated_at,
  }));
  return { entries, total: Number(total) };
}

function statesOf(
  { live_version: live, expires_at: end, draft_state: written }: Selectable<FaqEntriesTable>,
  now: string,
): EntryState[] {
  const draft = written === null ? [] : [draftState.parse(written)];
  if (live === null) return draft.length === 0 ? ['retired'] : draft;
  return [end !== null && end > now ? 'approved' : 'expired', ...draft];
}

// Keeps its inferred type: writing Kysely's builder types out would say less.
function selectEntries(db: AppDatabase, { collections, roles, state, gap, search, now }: FaqQuery) {
  let chosen = db
    .selectFrom('faq_entries')
    .where('collection_id', 'in', [...collections])
    .where(readableBy('live_readers', roles))
    .where(readableBy('draft_readers', roles));
  if (gap !== undefined) chosen = chosen.where('gap_id', '=', gap);
  if (search !== undefined && search.trim() !== '') {
    const pattern = `%${search
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
    chosen = chosen.where(sql<boolean>`lower(question) like ${pattern} escape '\\'`);
  }
  switch (state) {
    case 'draft':
    case 'in-review':
      return chosen.where('draft_state', '=', state);
    case 'approved':
      return chosen.where('live_version', 'is not', null).where('expires_at', '>', now);
    case 'expired':
      return chosen.where('live_version', 'is not', null).where('expires_at', '<=', now);
    case 'retired':
      return chosen.where('live_version', 'is', null).where('draft_version', 'is', null);
    case undefined:
      return chosen;
    default:
      return state satisfies never;
  }
}

/** The stored list is JSON of role names, of a closed alphabet: `["member"]`. */
function readableBy(column: 'live_readers' | 'draft_readers', roles: readonly string[]) {
  const reader = sql.ref(column);
  const named = roles.map((role) => sql<boolean>`${reader} like ${`%"${role}"%`}`);
  return sql<boolean>`(${sql.join([sql`${reader} is null`, sql`${reader} = '[]'`, ...named], sql` or `)})`;
}
