import type { Selectable } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import type { DocumentsTable } from '../db/knowledge-tables.ts';
import { type DocumentView, sourceOf } from './document.ts';
import { parseFlags } from './document-flag.ts';
import { parseReaders } from './readers.ts';

// The query keeps its inferred type: writing Kysely's builder type out would say less.
export function selectDocuments(db: AppDatabase) {
  return db
    .selectFrom('documents')
    .leftJoin('access_groups', 'access_groups.id', 'documents.access_group')
    .selectAll('documents')
    .select(['access_groups.classification', 'access_groups.readers'])
    .select((query) =>
      query
        .selectFrom('chunks')
        .select((inner) => inner.fn.countAll<number | string>().as('count'))
        .whereRef('chunks.document_id', '=', 'documents.id')
        .as('chunk_count'),
    );
}

interface SelectedDocument extends Selectable<DocumentsTable> {
  readonly classification: string | null;
  readonly readers: string | null;
  readonly chunk_count: number | string | null;
}

export function documentOf(row: SelectedDocument): DocumentView {
  const { id, title, format, digest, language, bytes, version } = row;
  return {
    id,
    title,
    format,
    digest,
    language,
    bytes,
    version,
    collection: row.collection_id,
    source: sourceOf(row.source, row.origin),
    origin: row.origin ?? undefined,
    address: row.address ?? undefined,
    chunks: Number(row.chunk_count ?? 0),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    titleChosen: row.title_chosen === 1,
    group: row.access_group,
    classification: row.classification ?? undefined,
    readers: row.readers === null ? undefined : parseReaders(row.readers),
    owner: row.owner ?? undefined,
    effectiveAt: row.effective_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    flags: parseFlags(row.flags),
    duplicateOf: row.duplicate_of ?? undefined,
  };
}
