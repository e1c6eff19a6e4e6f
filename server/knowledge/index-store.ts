import { rm } from 'node:fs/promises';
import { type Connection, connect, Index, MatchQuery, type Table } from '@lancedb/lancedb';
import { Field, FixedSizeList, Float32, Schema, Utf8 } from 'apache-arrow';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { isCollectionId } from './collection.ts';
import { type ChunkRow, searchTextOf } from './chunk-row.ts';
import { termsOf } from './terms.ts';

const TABLE = 'chunks';
/** Writes between two rounds of maintenance: every write leaves a version and files behind. */
const WRITES_PER_ROUND = 20;

/** A row that the index found. `collection` is what the index says; the caller checks it against the truth. */
export interface IndexHit {
  readonly chunk: string;
  readonly collection: string;
  readonly terms: readonly string[];
  readonly vector: Float32Array;
  /** BM25, 0 when the row was found by its vector. */
  readonly bm25: number;
}

/** The search index: derived data that can be thrown away and rebuilt. The only file that imports LanceDB. */
export interface IndexStore {
  ids(): Promise<string[]>;
  count(): Promise<number>;
  add(chunks: readonly ChunkRow[]): Promise<void>;
  /** Adds the chunks of a document and takes away its older ones. */
  removeDocument(document: string): Promise<void>;
  searchText(terms: readonly string[], collections: readonly string[], limit: number): Promise<IndexHit[]>;
  searchVector(vector: Float32Array, collections: readonly string[], limit: number): Promise<IndexHit[]>;
  /** Merges files, brings the text index up to date and drops old versions. */
  maintain(): Promise<void>;
  /** Empties the index. */
  reset(): Promise<void>;
  close(): void;
}

export interface IndexStoreOptions {
  readonly directory: string;
  readonly dimensions: number;
  readonly logger: Logger;
}

/** Opens the index, making an empty one where there is none or where it cannot be read. */
export async function openIndexStore(options: IndexStoreOptions): Promise<IndexStore> {
  let { connection, table } = await openOrCreate(options);
  let writes = 0;

  const maintain = async (): Promise<void> => {
    writes = 0;
    try {
      await table.optimize({ cleanupOlderThan: new Date(), deleteUnverified: true });
    } catch (error) {
      // Merging a text index has failed in some releases of the engine; making it anew always works.
      options.logger.warn({ err: error }, 'knowledge.index-merge-failed');
      await createTextIndex(table);
    }
  };

  const afterWrite = async (): Promise<void> => {
    writes += 1;
    if (writes >= WRITES_PER_ROUND) await maintain();
  };

  return {
    async ids() {
      const rows = await table.query().select(['chunk']).toArray();
      return rows.map((row: { chunk: string }) => row.chunk);
    },
    count: () => table.countRows(),
    async add(chunks) {
      if (chunks.length === 0) return;
      await table.add(chunks.map(rowOf));
      await afterWrite();
    },
    async removeDocument(document) {
      await table.delete(`document = ${quoted(document)}`);
      await afterWrite();
    },
    async searchText(terms, collections, limit) {
      if (terms.length === 0 || collections.length === 0) return [];
      const rows: IndexRow[] = await table
        .query()
        .fullTextSearch(new MatchQuery(terms.join(' '), 'terms'))
        .where(filterOf(collections))
        .select(['chunk', 'collection', 'terms', 'vector', '_score'])
        .limit(limit)
        .toArray();
      return rows.map(hitOf);
    },
    async searchVector(vector, collections, limit) {
      if (collections.length === 0) return [];
      const rows: IndexRow[] = await table
        .query()
        .nearestTo(vector)
        .distanceType('cosine')
        .where(filterOf(collections))
        .select(['chunk', 'collection', 'terms', 'vector', '_distance'])
        .limit(limit)
        .toArray();
      return rows.map(hitOf);
    },
    maintain,
    async reset() {
      table.close();
      table = await createTable(connection, options.dimensions);
    },
    close() {
      table.close();
      connection.close();
    },
  };
}

interface Opened {
  connection: Connection;
  table: Table;
}

async function openOrCreate(options: IndexStoreOptions): Promise<Opened> {
  const connection = await connect(options.directory);
  try {
    const table = await openTable(connection, options.dimensions);
    if (table !== undefined) return { connection, table };
  } catch (error) {
    options.logger.warn({ err: error }, 'knowledge.index-unreadable');
    connection.close();
    await rm(options.directory, { recursive: true, force: true });
    return createFresh(options);
  }
  return { connection, table: await createTable(connection, options.dimensions) };
}

async function createFresh(options: IndexStoreOptions): Promise<Opened> {
  try {
    const connection = await connect(options.directory);
    return { connection, table: await createTable(connection, options.dimensions) };
  } catch (error) {
    throw new AppError('ERR_KNOWLEDGE_UNAVAILABLE', 'The search index cannot be written.', {
      status: 503,
      cause: error,
    });
  }
}

/** Undefined when there is none, or one of another shape. */
async function openTable(connection: Connection, dimensions: number): Promise<Table | undefined> {
  const names = await connection.tableNames();
  if (!names.includes(TABLE)) return undefined;
  const table = await connection.openTable(TABLE);
  const schema = await table.schema();
  if (describe(schema) !== describe(schemaOf(dimensions))) return undefined;
  // A table whose newest files were lost opens, and fails at the first read: read it now.
  await table.query().limit(1).toArray();
  const indices = await table.listIndices();
  if (!indices.some((index) => index.columns.includes('terms'))) await createTextIndex(table);
  return table;
}

function describe(schema: Schema): string {
  return schema.fields.map((field) => `${field.name}:${String(field.type)}`).join();
}

async function createTable(connection: Connection, dimensions: number): Promise<Table> {
  const table = await connection.createEmptyTable(TABLE, schemaOf(dimensions), { mode: 'overwrite' });
  await createTextIndex(table);
  return table;
}

/** Terms are made here (`termsOf`) and stored with a space between them, so the engine only splits at spaces. */
async function createTextIndex(table: Table): Promise<void> {
  const config = Index.fts({
    baseTokenizer: 'whitespace',
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    withPosition: false,
    maxTokenLength: 200,
  });
  await table.createIndex('terms', { config, replace: true });
}

function schemaOf(dimensions: number): Schema {
  const vector = new FixedSizeList(dimensions, new Field('item', new Float32(), true));
  return new Schema([
    ...['chunk', 'document', 'collection', 'terms'].map((name) => new Field(name, new Utf8(), false)),
    new Field('vector', vector, false),
  ]);
}

function rowOf(chunk: ChunkRow): Record<string, unknown> {
  return {
    chunk: chunk.id,
    document: chunk.document,
    collection: chunk.collection,
    terms: termsOf(searchTextOf(chunk)).join(' '),
    vector: chunk.vector,
  };
}

/** The engine has no bound parameters: only ids of a closed alphabet ever reach a filter. */
function filterOf(collections: readonly string[]): string {
  return `collection IN (${collections.filter(isCollectionId).map(quoted).join(', ')})`;
}

function quoted(id: string): string {
  if (!/^[A-Za-z0-9_-]+$/u.test(id)) throw new AppError('ERR_INTERNAL', 'An id has unexpected characters.');
  return `'${id}'`;
}

/** The columns of a found row, in the types of the schema; `_score` only after full text search. */
interface IndexRow {
  readonly chunk: string;
  readonly collection: string;
  readonly terms: string;
  readonly vector: Iterable<number>;
  readonly _score?: number;
}

function hitOf({ chunk, collection, terms, vector, _score }: IndexRow): IndexHit {
  return {
    chunk,
    collection,
    terms: terms.split(' '),
    vector: Float32Array.from(vector),
    bm25: _score ?? 0,
  };
}
