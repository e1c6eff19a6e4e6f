import { basename, extname } from 'node:path';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import { sha256Hex } from '../util/hash.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { AppDatabase } from '../db/database.ts';
import type { ChunkDraft } from './chunk-blocks.ts';
import { searchTextOf } from './chunk-row.ts';
import { readMasking } from './collection-store.ts';
import { type DocumentChange, type DocumentPlace, type DocumentView, documentId } from './document.ts';
import type { DocumentFlag } from './document-flag.ts';
import { findDocument } from './document-store.ts';
import type { DocumentWriter, EmbeddedChunk } from './document-writer.ts';
import type { Duplicate } from './find-duplicate.ts';
import { type MaskForStore, maskReadDocument } from './mask-read-document.ts';
import type { FileWarning } from './parsers/file-warning.ts';
import type { PartReport } from './parsers/part-report.ts';
import { type FormatProblem, formatProblemOf } from './parsers/format-error.ts';
import { mediaTypeOf } from './parsers/parsed-file.ts';
import type { ParserPool } from './parsers/parser-pool.ts';
import type { ReadDocument } from './parsers/read-document.ts';
import type { ReadFile } from './store-document.ts';

/** Texts per call of the embedder: small enough to show progress, large enough to cost no round trips. */
const EMBED_BATCH = 16;
/** Shares of the work after which a file is read, and after which its chunks are embedded. */
const READ = 0.1;
const EMBEDDED = 0.95;

/** A file to import. Its place names the document: the same place again replaces it. */
export interface ImportInput extends DocumentPlace {
  readonly bytes: Buffer;
  /** Where the connected source has it. */
  readonly address?: string;
  /** What people decide about the document with the import; the rest stays as it is. */
  readonly change?: DocumentChange;
  /** Called when the file was read and is about to be part of the knowledge. */
  readonly beforeStoring?: () => Promise<void>;
}

/** `updated`: the same bytes with other rules. */
export type ImportReport =
  | {
      readonly status: 'imported' | 'unchanged' | 'updated' | 'replaced';
      readonly source: string;
      readonly document: string;
      readonly title: string;
      readonly chunks: number;
      readonly version: number;
      /** What people should look at. */
      readonly flags: readonly DocumentFlag[];
      /** The document whose text this one repeats. */
      readonly duplicate?: Duplicate;
      /** What its readers should know; none for an unchanged document. */
      readonly warnings: readonly FileWarning[];
      /** Pages or slides, where it has them and was read. */
      readonly pages?: number;
      /** What became of the files inside of it; none for an unchanged document. */
      readonly parts: readonly PartReport[];
    }
  | {
      readonly status: 'failed';
      readonly source: string;
      readonly title: string;
      readonly chunks: 0;
      readonly code: 'ERR_KNOWLEDGE_FORMAT';
      readonly problem: FormatProblem;
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
  /** For collections that are masked in the store. */
  readonly maskForStore?: MaskForStore;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Puts document and chunks into database and index, so that all of it is found at once. */
  readonly store: DocumentWriter['store'];
  readonly change: DocumentWriter['change'];
}

/**
 * Parse, chunk, embed, store. A file that cannot be read is a report, not an error.
 * @throws AppError ERR_NOT_FOUND for an unknown collection, ERR_INFERENCE_UNAVAILABLE without the embedder,
 * ERR_REDACTION_FAILED and ERR_REQUEST_TOO_LARGE when it cannot be masked.
 */
export async function importDocument(
  context: ImportContext,
  input: ImportInput,
  onProgress: ImportProgress,
): Promise<ImportReport> {
  const masking = await readMasking(context.db, input.collection);
  const digest = sha256Hex(input.bytes);
  const known = await findDocument(context.db, documentId(input.collection, input.source, input.origin));
  if (known?.digest === digest) {
    const report = await keepAsItIs(context, input, known);
    onProgress(1, 'indexing');
    return report;
  }
  onProgress(0, 'reading');
  try {
    const opened = await context.parsers.read(input.source, input.bytes);
    const read = masking === 'at-use' ? opened : await maskInStore(context, input.source, opened);
    onProgress(READ, 'embedding');
    return await storeRead(context, { ...input, digest, known }, read, onProgress);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ERR_KNOWLEDGE_FORMAT')
      return failedReport(input.source, error);
    throw error;
  }
}

/** @throws AppError ERR_REDACTION_FAILED: what cannot be masked is not stored */
function maskInStore(
  { maskForStore }: ImportContext,
  source: string,
  read: ReadDocument,
): Promise<ReadDocument> {
  if (maskForStore !== undefined) return maskReadDocument(read, read.title ?? nameOf(source), maskForStore);
  throw new AppError('ERR_REDACTION_FAILED', 'Nothing here masks what is stored.', { status: 503 });
}

/** The same bytes: only what people decide may be new. */
async function keepAsItIs(
  context: ImportContext,
  { source, change }: ImportInput,
  known: DocumentView,
): Promise<ImportReport> {
  const isUpdate = change !== undefined && differs(change, known);
  if (isUpdate) await context.change(known.id, change);
  const { id: document, chunks, version, flags } = known;
  const title = change?.title ?? known.title;
  const status = isUpdate ? 'updated' : 'unchanged';
  return { status, source, document, title, chunks, version, flags, warnings: [], parts: [] };
}

function differs(change: DocumentChange, known: DocumentView): boolean {
  const { title, classification, readers, owner, effectiveAt, expiresAt } = change;
  return (
    isNew(title, known.title) ||
    isNew(classification, known.classification) ||
    isNew(readers?.toSorted() ?? readers, known.readers) ||
    isNew(owner, known.owner) ||
    isNew(effectiveAt, known.effectiveAt) ||
    isNew(expiresAt, known.expiresAt)
  );
}

function isNew(wanted: unknown, held: unknown): boolean {
  return wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(held ?? null);
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
  const file = fileOf(input, read);
  const document = documentId(input.collection, input.source, input.origin);
  const title = titleInForce(input, file.title);
  const vectors = await embedDrafts(context, title, read.chunks, onProgress);
  const chunks = read.chunks.map((draft, position): EmbeddedChunk => {
    const id = randomId('chk', context.random);
    const vector = vectors[position] ?? new Float32Array();
    return { id, document, collection: input.collection, position, title, ...draft, vector };
  });
  onProgress(EMBEDDED, 'indexing');
  await input.beforeStoring?.();
  const stored = await context.store(file, chunks);
  onProgress(1, 'indexing');
  return {
    status: input.known === undefined ? 'imported' : 'replaced',
    source: input.source,
    document,
    title: stored.title,
    chunks: chunks.length,
    version: stored.version,
    flags: file.flags,
    ...(stored.duplicate === undefined ? {} : { duplicate: stored.duplicate }),
    warnings: read.warnings,
    parts: read.parts,
    ...(read.pages === undefined ? {} : { pages: read.pages }),
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
  let next = embedAhead(context, texts, 0);
  for (let at = 0; at < texts.length; at += EMBED_BATCH) {
    const current = next;
    // While the model works on one batch, the next is masked.
    next = embedAhead(context, texts, at + EMBED_BATCH);
    vectors.push(...(await current));
    onProgress(READ + (EMBEDDED - READ) * (vectors.length / texts.length), 'embedding');
  }
  return vectors;
}

/** Starts on the batch from `at` on. A failure is told when it is waited for, and not before. */
function embedAhead(
  { embed }: ImportContext,
  texts: readonly string[],
  at: number,
): Promise<readonly Float32Array[]> {
  const batch = texts.slice(at, at + EMBED_BATCH);
  const started = batch.length === 0 ? Promise.resolve([]) : embed(batch);
  started.catch(() => undefined);
  return started;
}

/** The title that people chose stays. */
function titleInForce({ change, known }: Accepted, own: string): string {
  return change?.title ?? (known?.titleChosen === true ? known.title : own);
}

function fileOf(input: Accepted, read: ReadDocument): ReadFile {
  const { bytes, known: _known, beforeStoring: _beforeStoring, ...place } = input;
  const { language, flags, signature } = read;
  return {
    ...place,
    title: read.title ?? nameOf(input.source),
    format: mediaTypeOf(read.format),
    bytes: bytes.length,
    language,
    flags,
    signature,
  };
}

function nameOf(source: string): string {
  return basename(source, extname(source));
}

/** The report on a file that cannot be read. */
export function failedReport(source: string, error: AppError): ImportReport {
  return {
    status: 'failed',
    source,
    title: nameOf(source),
    chunks: 0,
    code: 'ERR_KNOWLEDGE_FORMAT',
    problem: formatProblemOf(error),
    reason: error.message,
  };
}
