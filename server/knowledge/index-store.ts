import { rm } from 'node:fs/promises';
import { type Connection, connect, Index, MatchQuery, type Table } from '@lancedb/lancedb';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { describeError } from '../util/describe-error.ts';
import type { ChunkRow } from './chunk-row.ts';
import {
  describeSchema,
  filterOf,
  hitsByVector,
  hitsByWords,
  type IndexHit,
  KEY_COLUMNS,
  keyOfRow,
  quotedId,
  rowOf,
  schemaOf,
} from './index-rows.ts';
import type { VisibleSet } from './visible-set.ts';

/** Raise the number when rows or `termsOf` change: an index of another shape is not opened but rebuilt. */
const TABLE = 'chunks_2';
/** Old versions are kept this long for readers that are still at work. */
const KEEP_MS = 60_000;
/** Writes, and rows written, between two rounds of maintenance: a write leaves a version and files, a row is searched apart. */
const WRITES_PER_ROUND = 25;
const ROWS_PER_ROUND = 5_000;
/** From this many rows on, vectors are sorted into partitions; below, comparing all of them is as fast. */
const PARTITIONED = 20_000;
const PARTITIONS = 64;
/** Partitions looked into: see docs/knowledge.md for what that finds and costs. */
const PROBES = 24;

/** Every read sees what other processes (the command line) have written. */
const FRESH = { readConsistencyInterval: 0 };

/** The search index: derived data that can be thrown away and rebuilt. The only file that imports LanceDB. */
export interface IndexStore {
  /** A key of every row, as `keyOfRow`. */
  keys(): Promise<string[]>;
  /** How many chunks may be found. */
  count(visible: VisibleSet): Promise<number>;
  add(chunks: readonly ChunkRow[]): Promise<void>;
  /** Puts chunks in the place of those with the same ids, all at once. */
  replace(chunks: readonly ChunkRow[]): Promise<void>;
  removeDocument(document: string): Promise<void>;
  /** Removes the chunks of every version of a document but this one. */
  keepVersion(document: string, version: number): Promise<void>;
  removeCollection(collection: string): Promise<void>;
  searchText(terms: readonly string[], visible: VisibleSet, limit: number): Promise<IndexHit[]>;
  searchVector(vector: Float32Array, visible: VisibleSet, limit: number): Promise<IndexHit[]>;
  /** Merges files, brings the text index up to date and drops old versions. */
  maintain(): Promise<void>;
  /** Empties the index. */
  reset(): Promise<void>;
  close(): void;
}

export interface IndexStoreOptions {
  readonly directory: string;
  readonly dimensions: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens the index, making an empty one where there is none or where it cannot be read. */
export async function openIndexStore(options: IndexStoreOptions): Promise<IndexStore> {
  let { connection, table } = await openOrCreate(options);
  let writes = 0;
  let rowsWritten = 0;

  const maintain = async (): Promise<void> => {
    writes = 0;
    rowsWritten = 0;
    const cleanupOlderThan = new Date(options.clock.now().getTime() - KEEP_MS);
    try {
      // One writer at a time, so files that no version names are left-overs: without `deleteUnverified` they stay for days.
      await table.optimize({ cleanupOlderThan, deleteUnverified: true });
    } catch (error) {
      // Merging a text index has failed in some releases of the engine; making it anew always works.
      options.logger.warn({ err: describeError(error) }, 'knowledge.index-merge-failed');
      await createTextIndex(table);
    }
    await keepPartitions(table, options.logger);
  };

  const afterWrite = async (written = 0): Promise<void> => {
    writes += 1;
    rowsWritten += written;
    if (writes >= WRITES_PER_ROUND || rowsWritten >= ROWS_PER_ROUND) await maintain();
  };

  return {
    async keys() {
      const rows: Parameters<typeof keyOfRow>[0][] = await table
        .query()
        .select([...KEY_COLUMNS])
        .toArray();
      return rows.map(keyOfRow);
    },
    async count(visible) {
      const filter = filterOf(visible);
      return filter === undefined ? 0 : guarded(() => table.countRows(filter));
    },
    async add(chunks) {
      if (chunks.length === 0) return;
      await table.add(chunks.map(rowOf));
      await afterWrite(chunks.length);
    },
    async replace(chunks) {
      if (chunks.length === 0) return;
      await table
        .mergeInsert('chunk')
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .execute(chunks.map(rowOf));
      await afterWrite(chunks.length);
    },
    async removeDocument(document) {
      await table.delete(`document = ${quotedId(document)}`);
      await afterWrite();
    },
    async keepVersion(document, version) {
      await table.delete(`document = ${quotedId(document)} AND version <> ${Math.trunc(version)}`);
      await afterWrite();
    },
    async removeCollection(collection) {
      await table.delete(`collection = ${quotedId(collection)}`);
      await afterWrite();
    },
    async searchText(terms, visible, limit) {
      const filter = filterOf(visible);
      if (terms.length === 0 || filter === undefined) return [];
      const query = table.query().fullTextSearch(new MatchQuery(terms.join(' '), 'terms'));
      return guarded(async () => {
        const columns = ['chunk', 'terms', 'vector', '_score'];
        return hitsByWords(await query.where(filter).select(columns).limit(limit).toArrow());
      });
    },
    async searchVector(vector, visible, limit) {
      const filter = filterOf(visible);
      if (filter === undefined) return [];
      const query = table.query().nearestTo(vector).distanceType('cosine').nprobes(PROBES);
      return guarded(async () => {
        const columns = ['chunk', 'terms', '_distance'];
        return hitsByVector(await query.where(filter).select(columns).limit(limit).toArrow());
      });
    },
    maintain,
    async reset() {
      ({ connection, table } = await recreate(options, { connection, table }));
      writes = 0;
      rowsWritten = 0;
    },
    close() {
      table.close();
      connection.close();
    },
  };
}

/** @throws AppError ERR_KNOWLEDGE_UNAVAILABLE when the index cannot be read. */
async function guarded<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new AppError('ERR_KNOWLEDGE_UNAVAILABLE', 'The search index cannot be read.', {
      status: 503,
      cause: error,
    });
  }
}

interface Opened {
  connection: Connection;
  table: Table;
}

async function openOrCreate(options: IndexStoreOptions): Promise<Opened> {
  const connection = await connect(options.directory, FRESH);
  try {
    const table = await openTable(connection, options.dimensions);
    if (table !== undefined) return { connection, table };
  } catch (error) {
    options.logger.warn({ err: describeError(error) }, 'knowledge.index-unreadable');
    connection.close();
    await rm(options.directory, { recursive: true, force: true });
    return createFresh(options);
  }
  return { connection, table: await createTable(connection, options.dimensions) };
}

/** Writes an empty table over the old one; where that fails, the whole folder goes. */
async function recreate(options: IndexStoreOptions, { connection, table }: Opened): Promise<Opened> {
  table.close();
  try {
    return { connection, table: await createTable(connection, options.dimensions) };
  } catch {
    connection.close();
    await rm(options.directory, { recursive: true, force: true });
    return createFresh(options);
  }
}

async function createFresh(options: IndexStoreOptions): Promise<Opened> {
  try {
    const connection = await connect(options.directory, FRESH);
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
  if (describeSchema(schema) !== describeSchema(schemaOf(dimensions))) return undefined;
  // A table whose newest files were lost opens, and fails at the first read: read it now.
  await table.query().limit(1).toArray();
  const indices = await table.listIndices();
  if (!indices.some((index) => index.columns.includes('terms'))) await createTextIndex(table);
  return table;
}

async function createTable(connection: Connection, dimensions: number): Promise<Table> {
  const table = await connection.createEmptyTable(TABLE, schemaOf(dimensions), { mode: 'overwrite' });
  await createTextIndex(table);
  await table.createIndex('access', { config: Index.bitmap(), replace: true });
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

/**
 * Sorts vectors into partitions once there are many. By the centres of few rows they would lie badly, so it is done again
 * when there are four times as many; the index's name says how many there were. Rows that came since are compared one by
 * one until the next maintenance.
 */
async function keepPartitions(table: Table, logger: Logger): Promise<void> {
  const count = await table.countRows();
  if (count < PARTITIONED) return;
  const known = (await table.listIndices()).filter((index) => index.columns.includes('vector'));
  const sorted = Math.max(0, ...known.map(({ name }) => Number(name.split('_').at(-1))));
  if (count < sorted * 4) return;
  const config = Index.ivfFlat({ distanceType: 'cosine', numPartitions: PARTITIONS });
  await table.createIndex('vector', { config, name: `partitions_${count}` });
  for (const { name } of known) await table.dropIndex(name);
  logger.info({ chunks: count }, 'knowledge.index-partitioned');
}
