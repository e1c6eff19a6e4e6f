import { sql } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import { containsText } from './contains-text.ts';

/** A chunk as people read it in its document. */
export interface ReadChunk {
  readonly id: string;
  readonly position: number;
  readonly location: string;
  readonly text: string;
}

export interface ChunkQuery {
  readonly document: string;
  /** Position of the first chunk wanted. */
  readonly from: number;
  readonly limit: number;
}

export interface ChunkPage {
  /** In reading order. */
  readonly chunks: readonly ReadChunk[];
  /** How many the document has. */
  readonly total: number;
}

/** A part of a document, in reading order. Positions count from 0 without gaps. */
export async function readDocumentChunks(db: AppDatabase, query: ChunkQuery): Promise<ChunkPage> {
  const counted = await db
    .selectFrom('chunks')
    .select((count) => count.fn.countAll<number | string>().as('total'))
    .where('document_id', '=', query.document)
    .executeTakeFirstOrThrow();
  const chunks = await db
    .selectFrom('chunks')
    .select(['id', 'position', 'location', 'text'])
    .where('document_id', '=', query.document)
    .where('position', '>=', query.from)
    .orderBy('position')
    .limit(query.limit)
    .execute();
  return { chunks, total: Number(counted.total) };
}

/** What to look for in a document: a chunk by its id or, where an import has replaced that one, by a sentence in it. */
export interface ChunkPlace {
  readonly chunk?: string;
  readonly quote?: string;
}

/** Position of a chunk of the document; undefined when the document has it no more. */
export async function findChunk(
  db: AppDatabase,
  document: string,
  { chunk, quote }: ChunkPlace,
): Promise<number | undefined> {
  const chunks = db.selectFrom('chunks').select('position').where('document_id', '=', document);
  const named = chunk === undefined ? undefined : await chunks.where('id', '=', chunk).executeTakeFirst();
  if (named !== undefined || quote === undefined || quote.trim() === '') return named?.position;
  const quoting = await chunks
    .where(containsText(sql.ref('text'), quote.trim()))
    .orderBy('position')
    .executeTakeFirst();
  return quoting?.position;
}
