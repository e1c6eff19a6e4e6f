import type { Transaction } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import type { AppTables } from '../db/tables.ts';
import { decodeVector, encodeVector } from '../util/vector.ts';
import type { ChunkRow, ChunkText } from './chunk-row.ts';
import type { DocumentView } from './collection.ts';
import { touchCollection } from './collection-store.ts';
import { documentOf, documentRow, selectDocuments } from './document-rows.ts';

/** Rows per statement: SQLite binds at most 32,766 values, PostgreSQL 65,535. */
const BATCH = 200;

export async function findDocument(db: AppDatabase, id: string): Promise<DocumentView | undefined> {
  const row = await selectDocuments(db).where('documents.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : documentOf(row);
}

export async function findBySource(
  db: AppDatabase,
  collection: string,
  source: string,
): Promise<DocumentView | undefined> {
  const row = await selectDocuments(db)
    .where('documents.collection_id', '=', collection)
    .where('documents.source', '=', source)
    .executeTakeFirst();
  return row === undefined ? undefined : documentOf(row);
}

export async function listDocuments(db: AppDatabase, collection: string): Promise<DocumentView[]> {
  const rows = await selectDocuments(db)
    .where('documents.collection_id', '=', collection)
    .orderBy('documents.source')
    .execute();
  return rows.map(documentOf);
}

/** Stores a document with its chunks in one transaction; a document of the same source is replaced. */
export async function storeDocument(
  db: AppDatabase,
  document: DocumentView,
  chunks: readonly ChunkRow[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('documents')
      .where('collection_id', '=', document.collection)
      .where('source', '=', document.source)
      .execute();
    await transaction.insertInto('documents').values(documentRow(document)).execute();
    await insertChunks(transaction, chunks);
    await touchCollection(transaction, document.collection, document.createdAt);
  });
}

/** False when there was no such document. Its chunks go with it. */
export async function deleteDocument(db: AppDatabase, id: string, now: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .deleteFrom('documents')
      .where('id', '=', id)
      .returning('collection_id')
      .executeTakeFirst();
    if (row !== undefined) await touchCollection(transaction, row.collection_id, now);
    return row !== undefined;
  });
}

export async function chunkIds(db: AppDatabase): Promise<string[]> {
  const rows = await db.selectFrom('chunks').select('id').execute();
  return rows.map((row) => row.id);
}

/** The chunks among `ids` that exist now, in no particular order. */
export async function readChunks(db: AppDatabase, ids: readonly string[]): Promise<ChunkText[]> {
  const rows = await Promise.all(
    batchesOf(ids).map((batch) => selectChunks(db).where('chunks.id', 'in', batch).execute()),
  );
  return rows.flat().map(chunkTextOf);
}

/** Every chunk, in batches, so that a large store is never in memory as a whole. */
export async function* allChunks(db: AppDatabase): AsyncGenerator<ChunkRow[]> {
  let after = '';
  for (;;) {
    const rows = await selectChunks(db)
      .select('chunks.embedding')
      .where('chunks.id', '>', after)
      .orderBy('chunks.id')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({ ...chunkTextOf(row), vector: decodeVector(row.embedding) }));
    after = last.id;
  }
}

export async function updateVectors(db: AppDatabase, chunks: readonly ChunkRow[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const chunk of chunks) {
      await transaction
        .updateTable('chunks')
        .set({ embedding: encodeVector(chunk.vector) })
        .where('id', '=', chunk.id)
        .execute();
    }
  });
}

// The query keeps its inferred type: writing Kysely's builder type out would say less.
function selectChunks(db: AppDatabase) {
  return db
    .selectFrom('chunks')
    .innerJoin('documents', 'documents.id', 'chunks.document_id')
    .select([
      'chunks.id',
      'chunks.document_id',
      'chunks.collection_id',
      'chunks.position',
      'chunks.location',
      'chunks.text',
      'documents.title',
    ]);
}

type SelectedChunk = Awaited<ReturnType<ReturnType<typeof selectChunks>['execute']>>[number];

function chunkTextOf(row: SelectedChunk): ChunkText {
  return {
    id: row.id,
    document: row.document_id,
    collection: row.collection_id,
    position: row.position,
    title: row.title,
    location: row.location,
    text: row.text,
  };
}

async function insertChunks(transaction: Transaction<AppTables>, chunks: readonly ChunkRow[]): Promise<void> {
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
    await transaction.insertInto('chunks').values(values).execute();
  }
}

function batchesOf<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));
}
