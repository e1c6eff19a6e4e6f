import { sql } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import { containsText } from './contains-text.ts';
import type { DocumentView } from './document.ts';
import { documentOf, selectDocuments } from './document-rows.ts';

export const documentSorts = ['title', 'source', 'language', 'bytes', 'chunks', 'createdAt'] as const;
export type DocumentSort = (typeof documentSorts)[number];

export interface DocumentQuery {
  readonly collection: string;
  /** Only documents with these characters in their title or source, in any case. */
  readonly search?: string;
  readonly sort: DocumentSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface DocumentPage {
  readonly documents: readonly DocumentView[];
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
} as const;

/** One page of a collection's documents. What is equal in the order goes by id, so that pages never overlap. */
export async function pageDocuments(db: AppDatabase, query: DocumentQuery): Promise<DocumentPage> {
  const { collection, search, sort, descending, offset, limit } = query;
  const matches =
    search === undefined || search === ''
      ? sql<boolean>`1 = 1`
      : sql<boolean>`(${containsText(sql.ref('documents.title'), search)} or ${containsText(sql.ref('documents.source'), search)})`;
  const counted = await db
    .selectFrom('documents')
    .select((count) => count.fn.countAll<number | string>().as('total'))
    .where('collection_id', '=', collection)
    .where(matches)
    .executeTakeFirstOrThrow();
  const rows = await selectDocuments(db)
    .where('documents.collection_id', '=', collection)
    .where(matches)
    .orderBy(columns[sort], descending ? 'desc' : 'asc')
    .orderBy('documents.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { documents: rows.map(documentOf), total: Number(counted.total) };
}
