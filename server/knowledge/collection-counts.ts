import type { AppDatabase } from '../db/database.ts';
import { type DocumentScope, inScope } from './document-scope.ts';

/** How much a collection holds. */
export interface CollectionCounts {
  readonly documents: number;
  readonly chunks: number;
  /** Size of the files it was imported from. */
  readonly bytes: number;
}

const nothing: CollectionCounts = { documents: 0, chunks: 0, bytes: 0 };

/** What each of these collections holds of the documents in scope, in two queries for all of them. */
export async function countCollections(
  db: AppDatabase,
  ids: readonly string[],
  scope: DocumentScope | 'everything',
  now: Date,
): Promise<ReadonlyMap<string, CollectionCounts>> {
  if (ids.length === 0) return new Map();
  const [documents, chunks] = await Promise.all([
    db
      .selectFrom('documents')
      .select((query) => [
        'collection_id',
        query.fn.countAll<number | string>().as('documents'),
        query.fn.sum<number | string>('bytes').as('bytes'),
      ])
      .where('collection_id', 'in', ids)
      .where(inScope(scope, now))
      .groupBy('collection_id')
      .execute(),
    db
      .selectFrom('chunks')
      .innerJoin('documents', 'documents.id', 'chunks.document_id')
      .select((query) => ['chunks.collection_id', query.fn.countAll<number | string>().as('chunks')])
      .where('chunks.collection_id', 'in', ids)
      .where(inScope(scope, now))
      .groupBy('chunks.collection_id')
      .execute(),
  ]);
  const counts = new Map(ids.map((id) => [id, nothing]));
  for (const row of documents) {
    counts.set(row.collection_id, { documents: Number(row.documents), bytes: Number(row.bytes), chunks: 0 });
  }
  for (const row of chunks) {
    counts.set(row.collection_id, {
      ...(counts.get(row.collection_id) ?? nothing),
      chunks: Number(row.chunks),
    });
  }
  return counts;
}
