import { Field, FixedSizeList, Float32, Schema, Utf8 } from 'apache-arrow';
import { AppError } from '../errors.ts';
import { type ChunkRow, searchTextOf } from './chunk-row.ts';
import { isCollectionId } from './collection.ts';
import { termsOf } from './terms.ts';

/** A row that the index found. `collection` is what the index says; the caller checks it against the truth. */
export interface IndexHit {
  readonly chunk: string;
  readonly collection: string;
  readonly terms: readonly string[];
  readonly vector: Float32Array;
  /** BM25, 0 when the row was found by its vector. */
  readonly bm25: number;
}

/** The columns of a found row, in the types of the schema; `_score` only after full text search. */
export interface IndexRow {
  readonly chunk: string;
  readonly collection: string;
  readonly terms: string;
  readonly vector: Iterable<number>;
  readonly _score?: number;
}

export function schemaOf(dimensions: number): Schema {
  const vector = new FixedSizeList(dimensions, new Field('item', new Float32(), true));
  return new Schema([
    ...['chunk', 'document', 'collection', 'terms'].map((name) => new Field(name, new Utf8(), false)),
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
    terms: termsOf(searchTextOf(chunk)).join(' '),
    vector: chunk.vector,
  };
}

export function hitOf({ chunk, collection, terms, vector, _score }: IndexRow): IndexHit {
  return { chunk, collection, terms: terms.split(' '), vector: Float32Array.from(vector), bm25: _score ?? 0 };
}

/**
 * The filter for rows of these collections; undefined when none can match. The engine has no bound parameters:
 * only ids of a closed alphabet ever reach a filter.
 */
export function filterOf(collections: readonly string[]): string | undefined {
  const ids = collections.filter(isCollectionId);
  return ids.length === 0 ? undefined : `collection IN (${ids.map(quotedId).join(', ')})`;
}

/** @throws AppError ERR_INTERNAL for anything but letters, digits, hyphens and underscores. */
export function quotedId(id: string): string {
  if (!/^[A-Za-z0-9_-]+$/u.test(id)) throw new AppError('ERR_INTERNAL', 'An id has unexpected characters.');
  return `'${id}'`;
}
