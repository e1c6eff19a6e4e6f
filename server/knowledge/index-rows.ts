import { Field, FixedSizeList, Float32, Float64, Int32, Schema, type Table, Utf8 } from 'apache-arrow';
import { AppError } from '../errors.ts';
import { type ChunkRow, type ChunkRules, searchTextOf } from './chunk-row.ts';
import type { Period } from './document.ts';
import { termsOf } from './terms.ts';
import type { VisibleSet } from './visible-set.ts';

/** A row that the index found; the caller holds it against the truth. */
export interface IndexHit {
  readonly chunk: string;
  /** Its terms as the index has them: each once or more, with a space between them. `holdsTerm` looks into it. */
  readonly terms: string;
  /** BM25, 0 when the row was found by its vector. */
  readonly bm25: number;
  /** Its vector, where the row was found by its words; where it was found by its vector, how close that is. */
  readonly place: Float32Array | { readonly cosine: number };
}

/** Whether a term is among those of a hit. Taking the terms apart would cost more than the search. */
export function holdsTerm({ terms }: Pick<IndexHit, 'terms'>, term: string): boolean {
  for (let at = terms.indexOf(term); at !== -1; at = terms.indexOf(term, at + 1)) {
    const end = at + term.length;
    if ((at === 0 || terms[at - 1] === ' ') && (end === terms.length || terms[end] === ' ')) return true;
  }
  return false;
}

export function schemaOf(dimensions: number): Schema {
  const vector = new FixedSizeList(dimensions, new Field('item', new Float32(), true));
  return new Schema([
    ...['chunk', 'document', 'collection', 'access', 'terms'].map(
      (name) => new Field(name, new Utf8(), false),
    ),
    new Field('version', new Int32(), false),
    ...['effective', 'expires'].map((name) => new Field(name, new Float64(), false)),
    new Field('vector', vector, false),
  ]);
}

/** Names and types of a schema, to compare two. */
export function describeSchema(schema: Schema): string {
  return schema.fields.map((field) => `${field.name}:${String(field.type)}`).join();
}

/** A vector of another length than the index has is left out: its chunk is found by its words only. */
export function rowOf(chunk: ChunkRow, dimensions: number): Record<string, unknown> {
  return {
    chunk: chunk.id,
    document: chunk.document,
    collection: chunk.collection,
    access: chunk.group,
    terms: termsOf(searchTextOf(chunk)).join(' '),
    version: chunk.version,
    ...periodColumns(chunk),
    vector: chunk.vector.length === dimensions ? chunk.vector : new Float32Array(dimensions),
  };
}

/** Columns that say which chunks there are and who may find them. */
export const KEY_COLUMNS = ['chunk', 'access', 'version', 'effective', 'expires'] as const;

type KeyRow = Readonly<Record<(typeof KEY_COLUMNS)[number], unknown>>;

/** By the id of each chunk, its key. */
export function keysOf(rows: readonly KeyRow[]): Map<string, string> {
  return new Map(rows.map((row) => [String(row.chunk), keyOfRow(row)]));
}

/** Says of a row which chunk it is and who may find it: equal for index and database when the two agree. */
export function keyOfRow(row: KeyRow): string {
  return KEY_COLUMNS.map((column) => String(row[column])).join(' ');
}

/** As `keyOfRow`, from the truth. */
export function keyOfChunk(chunk: ChunkRules & { readonly id: string }): string {
  const { id, group, version } = chunk;
  return keyOfRow({ chunk: id, access: group, version, ...periodColumns(chunk) });
}

/** As far as a time may lie in the future, in milliseconds since 1970 (ECMAScript). */
const NEVER = 8.64e15;

function periodColumns({ effectiveAt, expiresAt }: Period): { effective: number; expires: number } {
  return {
    effective: effectiveAt === undefined ? -NEVER : Date.parse(effectiveAt),
    expires: expiresAt === undefined ? NEVER : Date.parse(expiresAt),
  };
}

/** Rows found by words, best first, read column by column: row objects of Arrow cost ten times as much. */
export function hitsByWords(found: Table): IndexHit[] {
  const numbers: unknown = found.getChild('vector')?.getChildAt(0)?.toArray();
  const vectors = numbers instanceof Float32Array ? numbers : new Float32Array();
  const length = found.numRows === 0 ? 0 : vectors.length / found.numRows;
  return hitsOf(found, '_score', (score, row) => ({
    bm25: score,
    place: vectors.subarray(row * length, (row + 1) * length),
  }));
}

/** Rows found by their vectors, closest first. The distance is 1 − cosine. */
export function hitsByVector(found: Table): IndexHit[] {
  return hitsOf(found, '_distance', (distance) => ({ bm25: 0, place: { cosine: 1 - distance } }));
}

function hitsOf(
  found: Table,
  measure: '_score' | '_distance',
  scoresOf: (measured: number, row: number) => Pick<IndexHit, 'bm25' | 'place'>,
): IndexHit[] {
  const [chunks, terms, measures] = ['chunk', 'terms', measure].map((name) => found.getChild(name));
  return Array.from({ length: found.numRows }, (_, row) => ({
    chunk: String(chunks?.get(row)),
    terms: String(terms?.get(row)),
    ...scoresOf(Number(measures?.get(row)), row),
  }));
}

/**
 * The filter for rows that may be found; undefined when none can match. The engine has no bound parameters: only ids of
 * a closed alphabet and numbers ever reach a filter. Dates cost a scan where groups alone are looked up, so they are
 * left out while no document depends on them.
 */
export function filterOf({ groups, now, isDated }: VisibleSet): string | undefined {
  const ids = groups.filter(isPlainId);
  if (ids.length === 0) return undefined;
  const readable = `access IN (${ids.map(quotedId).join(', ')})`;
  const at = now.getTime();
  return isDated ? `${readable} AND effective <= ${at} AND expires > ${at}` : readable;
}

/** The filter for the rows of these chunks; undefined when there are none. */
export function chunkFilter(chunks: readonly string[]): string | undefined {
  return chunks.length === 0 ? undefined : `chunk IN (${chunks.map(quotedId).join(', ')})`;
}

/** @throws AppError ERR_INTERNAL for anything but letters, digits, hyphens and underscores. */
export function quotedId(id: string): string {
  if (!isPlainId(id)) throw new AppError('ERR_INTERNAL', 'An id has unexpected characters.');
  return `'${id}'`;
}

function isPlainId(id: string): boolean {
  return /^[A-Za-z0-9_-]+$/u.test(id);
}
