import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { AppDatabase } from '../db/database.ts';
import type { DocumentsTable } from '../db/knowledge-tables.ts';
import type { AppTables } from '../db/tables.ts';
import type { DocumentContents } from './document.ts';

/** Versions kept of a document beside the one in force. */
const KEPT = 10;

/** A version that was replaced. */
export interface DocumentVersion extends DocumentContents {
  readonly version: number;
  /** When it was imported, and when another took its place. */
  readonly createdAt: string;
  readonly replacedAt: string;
}

const versionChunks = z.array(z.object({ id: z.string(), location: z.string(), text: z.string() }));

/** A chunk as it stood in a version. */
export type VersionChunk = z.infer<typeof versionChunks>[number];

/** Puts the version in force aside, text included, before another takes its place. The oldest over ten are forgotten. */
export async function archiveVersion(
  db: Kysely<AppTables>,
  row: Selectable<DocumentsTable>,
  now: string,
): Promise<void> {
  const chunks = await db
    .selectFrom('chunks')
    .select(['id', 'location', 'text'])
    .where('document_id', '=', row.id)
    .orderBy('position')
    .execute();
  const { id, version, title, format, digest, language, bytes } = row;
  const facts = { version, title, format, digest, language, bytes };
  await db
    .insertInto('document_versions')
    .values({
      ...facts,
      document_id: id,
      created_at: row.updated_at,
      replaced_at: now,
      contents: JSON.stringify(chunks),
    })
    .execute();
  await db
    .deleteFrom('document_versions')
    .where('document_id', '=', id)
    .where('version', '<=', version - KEPT)
    .execute();
}

/** The replaced versions that are kept, newest first. */
export async function listVersions(db: AppDatabase, document: string): Promise<DocumentVersion[]> {
  const rows = await db
    .selectFrom('document_versions')
    .select([
      'version',
      'title',
      'format',
      'digest',
      'language',
      'bytes',
      'created_at as createdAt',
      'replaced_at as replacedAt',
    ])
    .where('document_id', '=', document)
    .orderBy('version', 'desc')
    .execute();
  return rows;
}

/** The text of a replaced version in reading order; undefined when it is not kept. */
export async function readVersion(
  db: AppDatabase,
  document: string,
  version: number,
): Promise<VersionChunk[] | undefined> {
  const row = await db
    .selectFrom('document_versions')
    .select('contents')
    .where('document_id', '=', document)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? undefined : versionChunks.parse(JSON.parse(row.contents));
}

/** The newest replaced version that has a chunk; undefined when none of those kept has it. */
export async function findVersionOf(
  db: AppDatabase,
  document: string,
  chunk: string,
): Promise<number | undefined> {
  for (const { version } of await listVersions(db, document)) {
    const chunks = await readVersion(db, document, version);
    if (chunks?.some(({ id }) => id === chunk) === true) return version;
  }
  return undefined;
}
