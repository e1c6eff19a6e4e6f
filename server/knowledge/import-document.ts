import { basename, extname } from 'node:path';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import { sha256Hex } from '../util/hash.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { AppDatabase } from '../db/database.ts';
import type { ChunkDraft } from './chunk-blocks.ts';
import { type ChunkRow, searchTextOf } from './chunk-row.ts';
import { type DocumentView, documentId } from './collection.ts';
import { assertCollection } from './collection-store.ts';
import { findBySource, storeDocument } from './document-store.ts';
import { mediaTypeOf } from './parsers/parsed-file.ts';
import type { ParserPool } from './parsers/parser-pool.ts';
import type { ReadDocument } from './parsers/read-document.ts';

/** Texts per call of the embedder: small enough to show progress, large enough to cost no round trips. */
const EMBED_BATCH = 4;
/** Shares of the work after which a file is read, and after which its chunks are embedded. */
const READ = 0.1;
const EMBEDDED = 0.95;

export interface ImportInput {
  readonly collection: string;
  /** File name or path. Within a collection it names the document: the same source again replaces it. */
  readonly source: string;
  readonly bytes: Buffer;
}

export type ImportReport =
  | {
      readonly status: 'imported' | 'unchanged' | 'replaced';
      readonly source: string;
      readonly document: string;
      readonly title: string;
      readonly chunks: number;
    }
  | {
      readonly status: 'failed';
      readonly source: string;
      readonly title: string;
      readonly chunks: 0;
      readonly code: 'ERR_KNOWLEDGE_FORMAT';
      /** What is wrong with the file, and how to mend it. */
      readonly reason: string;
    };

/** What an import is doing. */
export type ImportStage = 'reading' | 'embedding' | 'indexing';

/** Told the share of the work that is done, 0 to 1, and what is being done. */
export type ImportProgress = (share: number, stage: ImportStage) => void;

export interface ImportContext {
  readonly db: AppDatabase;
  readonly parsers: ParserPool;
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Brings the index up to date once the database holds the document. */
  readonly index: (document: string, chunks: readonly ChunkRow[]) => Promise<void>;
}

/**
 * Parse, chunk, embed, store, index. A file that cannot be read is a report, not an error.
 * @throws AppError ERR_NOT_FOUND for an unknown collection, ERR_INFERENCE_UNAVAILABLE without the embedder.
 */
export async function importDocument(
  context: ImportContext,
  input: ImportInput,
  onProgress: ImportProgress,
): Promise<ImportReport> {
  await assertCollection(context.db, input.collection);
  const digest = sha256Hex(input.bytes);
  const known = await findBySource(context.db, input.collection, input.source);
  if (known?.digest === digest) {
    onProgress(1, 'indexing');
    const { id: document, title, chunks } = known;
    return { status: 'unchanged', source: input.source, document, title, chunks };
  }
  onProgress(0, 'reading');
  try {
    const read = await context.parsers.read(input.source, input.bytes);
    onProgress(READ, 'embedding');
    return await storeRead(context, { ...input, digest, known }, read, onProgress);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ERR_KNOWLEDGE_FORMAT') return failed(input, error);
    throw error;
  }
}

interface Accepted extends ImportInput {
  readonly digest: string;
  readonly known: DocumentView | undefined;
}

async function storeRead(
  context: ImportContext,
  input: Accepted,
  read: ReadDocument,
  onProgress: ImportProgress,
): Promise<ImportReport> {
  const document = documentOf(context, input, read);
  const vectors = await embedDrafts(context, document.title, read.chunks, onProgress);
  const chunks = read.chunks.map((draft, position): ChunkRow => {
    const id = randomId('chk', context.random);
    const vector = vectors[position] ?? new Float32Array();
    return {
      id,
      document: document.id,
      collection: input.collection,
      position,
      title: document.title,
      ...draft,
      vector,
    };
  });
  onProgress(EMBEDDED, 'indexing');
  await storeDocument(context.db, document, chunks);
  await context.index(document.id, chunks);
  onProgress(1, 'indexing');
  return {
    status: input.known === undefined ? 'imported' : 'replaced',
    source: input.source,
    document: document.id,
    title: document.title,
    chunks: chunks.length,
  };
}

async function embedDrafts(
  context: ImportContext,
  title: string,
  drafts: readonly ChunkDraft[],
  onProgress: ImportProgress,
): Promise<Float32Array[]> {
  const texts = drafts.map((draft) => searchTextOf({ title, ...draft }));
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += EMBED_BATCH) {
    vectors.push(...(await context.embed(texts.slice(at, at + EMBED_BATCH))));
    onProgress(READ + (EMBEDDED - READ) * (vectors.length / texts.length), 'embedding');
  }
  return vectors;
}

function documentOf(context: ImportContext, input: Accepted, read: ReadDocument): DocumentView {
  return {
    id: documentId(input.collection, input.source),
    collection: input.collection,
    title: read.title ?? nameOf(input.source),
    source: input.source,
    format: mediaTypeOf(read.format),
    digest: input.digest,
    language: read.language,
    bytes: input.bytes.length,
    chunks: 0,
    createdAt: context.clock.now().toISOString(),
  };
}

function nameOf(source: string): string {
  return basename(source, extname(source));
}

function failed(input: ImportInput, error: AppError): ImportReport {
  return {
    status: 'failed',
    source: input.source,
    title: nameOf(input.source),
    chunks: 0,
    code: 'ERR_KNOWLEDGE_FORMAT',
    reason: error.message,
  };
}
