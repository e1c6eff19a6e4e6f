import { Field, FixedSizeList, Float32, Float64, Int32, Schema, Utf8 } from 'apache-arrow';
import { AppError } from '../errors.ts';
import { type ChunkRow, type ChunkRules, searchTextOf } from './chunk-row.ts';
import type { Period } from './document.ts';
import { termsOf } from './terms.ts';
import type { VisibleSet } from './visible-set.ts';

/** A row that the index found; the caller holds it against the truth. */
export interface IndexHit {
  readonly chunk: string;
  readonly terms: readonly string[];
  readonly vector: Float32Array;
  /** BM25, 0 when the row was found by its vector. */
  readonly bm25: number;
}

/** The columns of a found row, in the types of the schema; `_score` only after full text search. */
export interface IndexRow {
  readonly chunk: string;
  readonly terms: string;
  readonly vector: Iterable<number>;
  readonly _score?: number;
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

export function rowOf(chunk: ChunkRow): Record<string, unknown> {
  return {
    chunk: chunk.id,
    document: chunk.document,
    collection: chunk.collection,
    access: chunk.group,
    terms: termsOf(searchTextOf(chunk)).join(' '),
    version: chunk.version,
    ...periodColumns(chunk),
    vector: chunk.vector,
  };
}

/** Columns that say which chunks there are and who may find them. */
export const KEY_COLUMNS = ['chunk', 'access', 'version', 'effective', 'expires'] as const;

/** Says of a row which chunk it is and who may find it: equal for index and database when the two agree. */
export function keyOfRow(row: Readonly<Record<(typeof KEY_COLUMNS)[number], unknown>>): string {
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

export function hitOf({ chunk, terms, vector, _score }: IndexRow): IndexHit {
  return { chunk, terms: terms.split(' '), vector: Float32Array.from(vector), bm25: _score ?? 0 };
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

/** @throws AppError ERR_INTERNAL for anything but letters, digits, hyphens and underscores. */
export function quotedId(id: string): string {
  if (!isPlainId(id)) throw new AppError('ERR_INTERNAL', 'An id has unexpected characters.');
  return `'${id}'`;
}

function isPlainId(id: string): boolean {
  return /^[A-Za-z0-9_-]+$/u.test(id);
}
