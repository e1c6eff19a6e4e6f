import type { Kysely, Selectable } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import type { DocumentsTable } from '../db/knowledge-tables.ts';
import type { AppTables } from '../db/tables.ts';
import { AppError } from '../errors.ts';
import { encodeVector } from '../util/vector.ts';
import { batchesOf } from './batches.ts';
import type { ChunkRow } from './chunk-row.ts';
import { touchCollection } from './collection-store.ts';
import { rulesChanged, setRules } from './document-rules.ts';
import {
  type DocumentChange,
  type DocumentContents,
  type DocumentPlace,
  documentId,
  sourceKey,
} from './document.ts';
import type { DocumentFlag } from './document-flag.ts';
import { archiveVersion } from './document-versions.ts';
import { type Duplicate, findDuplicate, keepBands, promoteDuplicates } from './find-duplicate.ts';
import { encodeSignature, type Signature } from './minhash.ts';

/** A file that was read, as it goes into the database. */
export interface ReadFile extends DocumentContents, DocumentPlace {
  readonly address?: string;
  readonly flags: readonly DocumentFlag[];
  readonly signature: Signature | undefined;
  /** What people decide about it with the import. */
  readonly change?: DocumentChange;
}

export interface Stored {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly duplicate: Duplicate | undefined;
}

/**
 * Stores a document with its chunks in one transaction: readers see all of it or what was there before. A document of
 * the same place becomes an older version; what people decided about it stays.
 * @throws AppError ERR_NOT_FOUND when the collection is gone.
 */
export async function storeDocument(
  db: AppDatabase,
  file: ReadFile,
  chunks: readonly ChunkRow[],
  now: string,
): Promise<Stored> {
  return db.transaction().execute(async (transaction) => {
    const id = documentId(file.collection, file.source, file.origin);
    await assertThere(transaction, file.collection);
    const known = await transaction
      .selectFrom('documents')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    const row = await (known === undefined
      ? insertDocument(transaction, id, file, now)
      : replaceDocument(transaction, known, file, now));
    await insertChunks(transaction, chunks);
    if (file.change !== undefined && rulesChanged(file.change)) await setRules(transaction, row, file.change);
    const duplicate = await compare(transaction, id, file);
    await touchCollection(transaction, file.collection, now);
    return { id, title: file.change?.title ?? row.title, version: row.version, duplicate };
  });
}

async function assertThere(db: Kysely<AppTables>, collection: string): Promise<void> {
  const row = await db.selectFrom('collections').select('id').where('id', '=', collection).executeTakeFirst();
  if (row === undefined) throw new AppError('ERR_NOT_FOUND', 'There is no such collection.', { status: 404 });
}

async function insertDocument(
  db: Kysely<AppTables>,
  id: string,
  file: ReadFile,
  now: string,
): Promise<Selectable<DocumentsTable>> {
  const row: DocumentsTable = {
    ...contentColumns(file, now),
    id,
    collection_id: file.collection,
    source: sourceKey(file.source, file.origin),
    origin: file.origin ?? null,
    title: file.title,
    created_at: now,
    version: 1,
    title_chosen: 0,
    access_group: file.collection,
    owner: null,
    effective_at: null,
    expires_at: null,
    duplicate_of: null,
  };
  await db.insertInto('documents').values(row).execute();
  return row;
}

async function replaceDocument(
  db: Kysely<AppTables>,
  known: Selectable<DocumentsTable>,
  file: ReadFile,
  now: string,
): Promise<Selectable<DocumentsTable>> {
  await archiveVersion(db, known, now);
  await db.deleteFrom('chunks').where('document_id', '=', known.id).execute();
  return db
    .updateTable('documents')
    .set({
      ...contentColumns(file, now),
      ...(known.title_chosen === 1 ? {} : { title: file.title }),
      version: known.version + 1,
    })
    .where('id', '=', known.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function contentColumns(file: ReadFile, now: string) {
  const { format, digest, language, bytes, signature } = file;
  return {
    format,
    digest,
    language,
    bytes,
    updated_at: now,
    address: file.address ?? null,
    flags: JSON.stringify(file.flags),
    signature: signature === undefined ? null : encodeSignature(signature),
  };
}

/** What repeated the text of before need not repeat this one. */
async function compare(
  db: Kysely<AppTables>,
  id: string,
  { digest, signature }: ReadFile,
): Promise<Duplicate | undefined> {
  await promoteDuplicates(db, id);
  await keepBands(db, id, signature);
  const duplicate = await findDuplicate(db, { id, digest, signature });
  await db
    .updateTable('documents')
    .set({ duplicate_of: duplicate?.document ?? null })
    .where('id', '=', id)
    .execute();
  return duplicate;
}

async function insertChunks(db: Kysely<AppTables>, chunks: readonly ChunkRow[]): Promise<void> {
  for (const batch of batchesOf(chunks)) {
    const values = batch.map((chunk) => ({
      id: chunk.id,
      document_id: chunk.document,
      collection_id: chunk.collection,
      position: chunk.position,
      location: chunk.location,
      text: chunk.text,
      embedding: encodeVector(chunk.vector),
    }));
    await db.insertInto('chunks').values(values).execute();
  }
}
