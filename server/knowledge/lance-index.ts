import { rm } from 'node:fs/promises';
import { type Connection, connect, Index, MatchQuery, Session, type Table } from '@lancedb/lancedb';
import type { Logger } from '../logger.ts';
import { describeError } from '../util/describe-error.ts';
import { guardRead, guardWrite } from './guard-index.ts';
import {
  describeSchema,
  filterOf,
  hitsByVector,
  hitsByWords,
  KEY_COLUMNS,
  keysOf,
  chunkFilter,
  quotedId,
  rowOf,
  schemaOf,
} from './index-rows.ts';
import type { IndexStore, IndexStoreOptions } from './index-store.ts';
import { type IndexTuning, indexTuning } from './index-tuning.ts';
import { isMaintainedApart } from './maintain-apart.ts';
import { createPendingWrites } from './pending-writes.ts';

/** Raise the number when rows or `termsOf` change: an index of another shape is not opened but rebuilt. */
const TABLE = 'chunks_2';

/** Opens the index, making an empty one where there is none or where it cannot be read. */
export async function openIndexStore(options: IndexStoreOptions): Promise<IndexStore> {
  let { connection, table } = await openOrCreate(options);
  const tuning = { ...indexTuning, ...options.tuning };
  const pending = createPendingWrites(tuning);
  let size = await table.countRows();

  const maintain = async (): Promise<void> => {
    pending.clear();
    if (size < tuning.apartFrom || !(await isMaintainedApart(options))) await maintainTable(table, options);
    await table.checkoutLatest();
    size = await table.countRows();
  };

  const afterWrite = async (written = 0): Promise<void> => {
    pending.note(written);
    if (pending.areMany(size)) await maintain();
  };

  return {
    keys: () => guardRead(() => readKeys(table)),
    async vectors(chunks) {
      const filter = chunkFilter(chunks);
      if (filter === undefined) return [];
      const rows: { chunk: string; vector: Iterable<number> }[] = await table
        .query()
        .where(filter)
        .select(['chunk', 'vector'])
        .toArray();
      return rows.map(({ chunk, vector }) => ({ id: chunk, vector: Float32Array.from(vector) }));
    },
    async count(visible) {
      const filter = filterOf(visible);
      return filter === undefined ? 0 : guardRead(() => table.countRows(filter));
    },
    async add(chunks) {
      if (chunks.length === 0) return;
      await table.add(chunks.map((chunk) => rowOf(chunk, options.dimensions)));
      await afterWrite(chunks.length);
    },
    async replace(chunks) {
      if (chunks.length === 0) return;
      await table
        .mergeInsert('chunk')
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .execute(chunks.map((chunk) => rowOf(chunk, options.dimensions)));
      await afterWrite(chunks.length);
    },
    async removeChunks(chunks) {
      const filter = chunkFilter(chunks);
      if (filter === undefined) return;
      await table.delete(filter);
      await afterWrite();
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
      return guardRead(async () => {
        const columns = ['chunk', 'terms', 'vector', '_score'];
        return hitsByWords(await query.where(filter).select(columns).limit(limit).toArrow());
      });
    },
    async searchVector(vector, visible, limit) {
      const filter = filterOf(visible);
      if (filter === undefined) return [];
      const query = table.query().nearestTo(vector).distanceType('cosine').nprobes(tuning.probes);
      return guardRead(async () => {
        const columns = ['chunk', 'terms', '_distance'];
        return hitsByVector(await query.where(filter).select(columns).limit(limit).toArrow());
      });
    },
    maintain,
    async tidy() {
      if (pending.hasAny()) await maintain();
    },
    // Rows lie in many files: one that is lost or empty is noticed by reading all of them only.
    isSound: () => isReadable(table, options.dimensions, () => readKeys(table)),
    async reset() {
      ({ connection, table } = await recreate(options, { connection, table }));
      pending.clear();
    },
    close() {
      table.close();
      connection.close();
    },
  };
}

/** Maintains an index that no one else writes to. @throws Error when it cannot be read */
export async function maintainIndex(options: IndexStoreOptions): Promise<void> {
  const connection = await connectTo(options);
  try {
    await maintainTable(await connection.openTable(TABLE), options);
  } finally {
    connection.close();
  }
}

async function maintainTable(table: Table, { clock, logger, tuning = {} }: IndexStoreOptions): Promise<void> {
  const tuned = { ...indexTuning, ...tuning };
  const cleanupOlderThan = new Date(clock.now().getTime() - tuned.keepMs);
  try {
    // One writer at a time, so files that no version names are left-overs: without `deleteUnverified` they stay for days.
    await table.optimize({ cleanupOlderThan, deleteUnverified: true });
  } catch (error) {
    // Merging a text index has failed in some releases of the engine; making it anew always works.
    logger.warn({ err: describeError(error) }, 'knowledge.index-merge-failed');
    await createTextIndex(table);
  }
  await keepPartitions(table, await table.countRows(), tuned, logger);
}

interface Opened {
  connection: Connection;
  table: Table;
}

function connectTo({ directory, tuning = {} }: IndexStoreOptions): Promise<Connection> {
  const { indexCacheBytes, fileCacheBytes } = { ...indexTuning, ...tuning };
  // Every read sees what other processes (the command line) have written.
  const fresh = { readConsistencyInterval: 0 };
  return connect(directory, fresh, new Session(BigInt(indexCacheBytes), BigInt(fileCacheBytes)));
}

async function openOrCreate(options: IndexStoreOptions): Promise<Opened> {
  const connection = await connectTo(options);
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

function createFresh(options: IndexStoreOptions): Promise<Opened> {
  return guardWrite(async () => {
    const connection = await connectTo(options);
    return { connection, table: await createTable(connection, options.dimensions) };
  });
}

/** Undefined when there is none, or one of another shape. */
async function openTable(connection: Connection, dimensions: number): Promise<Table | undefined> {
  const names = await connection.tableNames();
  if (!names.includes(TABLE)) return undefined;
  const table = await connection.openTable(TABLE);
  const schema = await table.schema();
  if (describeSchema(schema) !== describeSchema(schemaOf(dimensions))) return undefined;
  const indices = await table.listIndices();
  if (!indices.some((index) => index.columns.includes('terms'))) await createTextIndex(table);
  // A table whose newest files were lost opens, and fails at the first read: read it now.
  if (await isReadable(table, dimensions)) return table;
  // Its rows may be whole where only an index of them is damaged.
  await createTextIndex(table);
  if (await isReadable(table, dimensions)) return table;
  throw new Error('Neither rows nor words can be read.');
}

/** A word that no text has: looking for it reads the text index all the same. */
const PROBE = 'zzzprobe';

/** Whether rows, words and vectors can be read, and what else is tried. */
async function isReadable(table: Table, dimensions: number, more?: () => Promise<unknown>): Promise<boolean> {
  try {
    await table.query().limit(1).toArray();
    await table.query().fullTextSearch(new MatchQuery(PROBE, 'terms')).limit(1).toArray();
    await table.query().nearestTo(new Float32Array(dimensions).fill(1)).limit(1).toArray();
    await more?.();
    return true;
  } catch {
    return false;
  }
}

async function readKeys(table: Table): Promise<Map<string, string>> {
  const columns = [...KEY_COLUMNS];
  return keysOf(await table.query().select(columns).toArray());
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
async function keepPartitions(
  table: Table,
  count: number,
  { partitionedFrom, partitions, sampleRate, maxIterations }: IndexTuning,
  logger: Logger,
): Promise<void> {
  if (count < partitionedFrom) return;
  const known = (await table.listIndices()).filter((index) => index.columns.includes('vector'));
  const sorted = Math.max(0, ...known.map(({ name }) => Number(name.split('_').at(-1))));
  if (count < sorted * 4) return;
  const trained = { numPartitions: partitions, sampleRate, maxIterations };
  const config = Index.ivfFlat({ distanceType: 'cosine', ...trained });
  await table.createIndex('vector', { config, name: `partitions_${count}` });
  for (const { name } of known) await table.dropIndex(name);
  logger.info({ chunks: count }, 'knowledge.index-partitioned');
}
