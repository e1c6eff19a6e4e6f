import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { FaqEntriesTable, FaqVersionsTable } from '../../db/faq-tables.ts';
import type { AppTables } from '../../db/tables.ts';
import { AppError } from '../../errors.ts';
import {
  digestOf,
  type FaqContents,
  faqContents,
  type FaqEntry,
  type FaqVersion,
  versionStates,
} from './faq-entry.ts';

/** Versions of one entry that are read; older ones stay in the database. */
const MOST_VERSIONS = 50;
const ids = z.array(z.string());
const state = z.enum(versionStates);

/** An entry with its versions. @throws AppError ERR_NOT_FOUND */
export async function readEntry(db: Kysely<AppTables>, id: string): Promise<FaqEntry> {
  const row = await db.selectFrom('faq_entries').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noEntry();
  const rows = await db
    .selectFrom('faq_versions')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('version', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
  return entryOf(row, rows.map(versionOf));
}

function entryOf(row: Selectable<FaqEntriesTable>, versions: readonly FaqVersion[]): FaqEntry {
  return {
    id: row.id,
    collection: row.collection_id,
    live: versions.find(({ version }) => version === row.live_version),
    draft: versions.find(({ version }) => version === row.draft_version),
    versions,
    gap: row.gap_id ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function versionOf(row: Selectable<FaqVersionsTable>): FaqVersion {
  const contents = parseContents(row.contents);
  return {
    ...contents,
    version: row.version,
    state: state.parse(row.state),
    authors: ids.parse(JSON.parse(row.authors)),
    note: row.note ?? undefined,
    digest: digestOf(contents),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    approvedBy: row.approved_by ?? undefined,
    approvedAt: row.approved_at ?? undefined,
  };
}

export function parseContents(json: string): FaqContents {
  return faqContents.parse(JSON.parse(json));
}

export function noEntry(): AppError {
  return new AppError('ERR_NOT_FOUND', 'There is no such FAQ entry, or you may not read it.', {
    status: 404,
  });
}
