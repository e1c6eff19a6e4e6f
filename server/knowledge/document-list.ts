import { type RawBuilder, sql } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import { containsText } from './contains-text.ts';
import { type DocumentScope, hasTwin, inScope, inState } from './document-scope.ts';
import { documentStates, type DocumentView } from './document.ts';
import { documentOf, selectDocuments } from './document-rows.ts';

export const documentSorts = [
  'title',
  'source',
  'language',
  'bytes',
  'chunks',
  'createdAt',
  'updatedAt',
] as const;
export type DocumentSort = (typeof documentSorts)[number];

/** What a list may be narrowed to: documents by their dates, those that repeat another, those that were flagged. */
export const documentFilters = [...documentStates, 'duplicate', 'flagged'] as const;
export type DocumentFilter = (typeof documentFilters)[number];

export interface DocumentQuery {
  readonly collection: string;
  readonly scope: DocumentScope | 'everything';
  readonly filter?: DocumentFilter;
  /** Only documents with these characters in their title or source, in any case. */
  readonly search?: string;
  readonly sort: DocumentSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A document of a list. */
export interface ListedDocument extends DocumentView {
  /** Whether it repeats the text of another document in scope. */
  readonly isDuplicate: boolean;
}

export interface DocumentPage {
  readonly documents: readonly ListedDocument[];
  /** How many there are on all pages. */
  readonly total: number;
}

const columns = {
  title: sql`lower(documents.title)`,
  source: sql`lower(documents.source)`,
  language: sql`documents.language`,
  bytes: sql`documents.bytes`,
  chunks: sql`chunk_count`,
  createdAt: sql`documents.created_at`,
  updatedAt: sql`documents.updated_at`,
} as const;

/** One page of a collection's documents. What is equal in the order goes by id, so that pages never overlap. */
export async function pageDocuments(db: AppDatabase, query: DocumentQuery, now: Date): Promise<DocumentPage> {
  const { collection, scope, search, sort, descending, offset, limit } = query;
  const holds =
    search === undefined || search === ''
      ? sql<boolean>`1 = 1`
      : sql<boolean>`(${containsText(sql.ref('documents.title'), search)} or ${containsText(sql.ref('documents.source'), search)})`;
  const matches = sql<boolean>`${inScope(scope, now)} and ${passes(query, now)} and ${holds}`;
  const counted = await db
    .selectFrom('documents')
    .select((count) => count.fn.countAll<number | string>().as('total'))
    .where('collection_id', '=', collection)
    .where(matches)
    .executeTakeFirstOrThrow();
  const rows = await selectDocuments(db)
    .select(sql<number>`case when ${hasTwin(scope, now)} then 1 else 0 end`.as('twin'))
    .where('documents.collection_id', '=', collection)
    .where(matches)
    .orderBy(columns[sort], descending ? 'desc' : 'asc')
    .orderBy('documents.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const documents = rows.map((row) => ({ ...documentOf(row), isDuplicate: row.twin === 1 }));
  return { documents, total: Number(counted.total) };
}

function passes({ filter, scope }: DocumentQuery, now: Date): RawBuilder<boolean> {
  switch (filter) {
    case undefined:
      return sql<boolean>`1 = 1`;
    case 'duplicate':
      return hasTwin(scope, now);
    case 'flagged':
      return sql<boolean>`documents.flags <> '[]'`;
    default:
      return inState(filter, now);
  }
}
