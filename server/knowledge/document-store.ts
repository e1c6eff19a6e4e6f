import type { AppDatabase } from '../db/database.ts';
import { decodeVector, encodeVector } from '../util/vector.ts';
import { dropEmptyGroups } from './access-group.ts';
import { batchesOf } from './batches.ts';
import type { ChunkRow, ChunkRules, ChunkText } from './chunk-row.ts';
import { touchCollection } from './collection-store.ts';
import type { DocumentView } from './document.ts';
import { documentOf, selectDocuments } from './document-rows.ts';
import { promoteDuplicates } from './find-duplicate.ts';
import { keyOfChunk } from './index-rows.ts';

export async function findDocument(db: AppDatabase, id: string): Promise<DocumentView | undefined> {
  const row = await selectDocuments(db).where('documents.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : documentOf(row);
}

export async function listDocuments(db: AppDatabase, collection: string): Promise<DocumentView[]> {
  const rows = await selectDocuments(db)
    .where('documents.collection_id', '=', collection)
    .orderBy('documents.source')
    .execute();
  return rows.map(documentOf);
}

/** Documents that repeat the same text as this one, oldest first, a hundred at most. */
export async function findTwins(
  db: AppDatabase,
  { id, duplicateOf }: Pick<DocumentView, 'id' | 'duplicateOf'>,
): Promise<string[]> {
  const first = duplicateOf ?? id;
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where((where) => where.or([where('id', '=', first), where('duplicate_of', '=', first)]))
    .where('id', '<>', id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map((row) => row.id);
}

/** What a connected source has brought: to find what has vanished from it. */
export async function listOfOrigin(db: AppDatabase, origin: string): Promise<DocumentView[]> {
  const rows = await selectDocuments(db)
    .where('documents.origin', '=', origin)
    .orderBy('documents.source')
    .execute();
  return rows.map(documentOf);
}

/** False when there was no such document. Its chunks go with it. */
export async function deleteDocument(db: AppDatabase, id: string, now: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .deleteFrom('documents')
      .where('id', '=', id)
      .returning('collection_id')
      .executeTakeFirst();
    if (row === undefined) return false;
    await promoteDuplicates(transaction, id);
    await dropEmptyGroups(transaction, row.collection_id);
    await touchCollection(transaction, row.collection_id, now);
    return true;
  });
}

/** By the id of each chunk, what the index must say of it: see `keyOfChunk`. */
export async function chunkKeys(db: AppDatabase): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('chunks')
    .innerJoin('documents', 'documents.id', 'chunks.document_id')
    .select([
      'chunks.id',
      'documents.access_group as group',
      'documents.version',
      'documents.effective_at',
      'documents.expires_at',
    ])
    .execute();
  return new Map(
    rows.map(({ effective_at, expires_at, ...row }) => [
      row.id,
      keyOfChunk({ ...row, effectiveAt: effective_at ?? undefined, expiresAt: expires_at ?? undefined }),
    ]),
  );
}

/** A chunk of the version in force, with what decides who may find it. */
export type StoredChunk = ChunkText & ChunkRules & DocumentKinship;

/** What tells documents of the same text apart. */
export interface DocumentKinship {
  /** The same for all documents that repeat each other. */
  readonly kin: string;
  /** The later, the newer the document. */
  readonly edition: string;
}

/** The chunks among `ids` that exist now, in no particular order. */
export async function readChunks(db: AppDatabase, ids: readonly string[]): Promise<StoredChunk[]> {
  const rows = await Promise.all(
    batchesOf(ids).map((batch) => selectChunks(db).where('chunks.id', 'in', batch).execute()),
  );
  return rows.flat().map(chunkOf);
}

/** The chunks among `ids` that exist now, with their vectors. */
export async function chunksWithVectors(db: AppDatabase, ids: readonly string[]): Promise<ChunkRow[]> {
  const rows = await Promise.all(
    batchesOf(ids).map((batch) =>
      selectChunks(db).select('chunks.embedding').where('chunks.id', 'in', batch).execute(),
    ),
  );
  return rows.flat().map((row) => ({ ...chunkOf(row), vector: decodeVector(row.embedding) }));
}

/** The chunks of one document in reading order, with their vectors. */
export async function chunksOfDocument(db: AppDatabase, document: string): Promise<ChunkRow[]> {
  const rows = await selectChunks(db)
    .select('chunks.embedding')
    .where('chunks.document_id', '=', document)
    .orderBy('chunks.position')
    .execute();
  return rows.map((row) => ({ ...chunkOf(row), vector: decodeVector(row.embedding) }));
}

export async function updateVectors(
  db: AppDatabase,
  chunks: readonly Pick<ChunkRow, 'id' | 'vector'>[],
): Promise<void> {
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
      'documents.access_group',
      'documents.version',
      'documents.effective_at',
      'documents.expires_at',
      'documents.updated_at',
      'documents.duplicate_of',
    ]);
}

type SelectedChunk = Awaited<ReturnType<ReturnType<typeof selectChunks>['execute']>>[number];

function chunkOf(row: SelectedChunk): StoredChunk {
  return {
    id: row.id,
    document: row.document_id,
    collection: row.collection_id,
    position: row.position,
    title: row.title,
    location: row.location,
    text: row.text,
    group: row.access_group,
    version: row.version,
    effectiveAt: row.effective_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    kin: row.duplicate_of ?? row.document_id,
    edition: row.effective_at ?? row.updated_at,
  };
}
