import type { Selectable } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import type { DocumentsTable } from '../db/tables.ts';
import type { DocumentView } from './collection.ts';

// The query keeps its inferred type: writing Kysely's builder type out would say less.
export function selectDocuments(db: AppDatabase) {
  return db
    .selectFrom('documents')
    .selectAll()
    .select((query) =>
      query
        .selectFrom('chunks')
        .select((inner) => inner.fn.countAll<number | string>().as('count'))
        .whereRef('chunks.document_id', '=', 'documents.id')
        .as('chunk_count'),
    );
}

type SelectedDocument = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number];

export function documentRow(document: DocumentView): Selectable<DocumentsTable> {
  const { id, collection, title, source, format, digest, language, bytes, createdAt } = document;
  const same = { id, title, source, format, digest, language, bytes };
  return { ...same, collection_id: collection, created_at: createdAt };
}

export function documentOf(row: SelectedDocument): DocumentView {
  const { collection_id: collection, created_at: createdAt, chunk_count: count, ...same } = row;
  return { ...same, collection, createdAt, chunks: Number(count ?? 0) };
}
