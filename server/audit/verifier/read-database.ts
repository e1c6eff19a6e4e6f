import { compareSchema } from './expected-tables.ts';
import { FileFormatError } from './file-format-error.ts';
import { MAX_LEAF_BYTES } from './read-export.ts';
import { openSqlitePages, type SqlitePages } from './sqlite-pages.ts';
import { decodeRecord, type SqliteValue } from './sqlite-record.ts';
import { readTable } from './sqlite-table.ts';
import type { StoredEntry } from './stored-entry.ts';
import type { ProblemList } from './verify-report.ts';

const NOTHING = Buffer.alloc(0);
const NONE: ReadonlySet<number> = new Set();
/** Place of the leaf among the columns of `audit_entries`; its text is taken as bytes. */
const LEAF_COLUMN = new Set([6]);
const MAX_SCHEMA_BYTES = 100_000;
/** A leaf and the columns beside it. */
const MAX_ROW_BYTES = MAX_LEAF_BYTES + 4096;

/**
 * Every entry of a database; what is wrong with the database itself goes to `problems`. Reads its pages without SQLite,
 * and none of its indexes.
 * @throws Error when the file cannot be read, or was written to meanwhile
 */
export function* readDatabase(path: string, problems: ProblemList): Generator<StoredEntry> {
  let pages: SqlitePages | undefined;
  let taken = 0;
  try {
    pages = openSqlitePages(path);
    for (const entry of readEntries(pages, problems)) {
      yield entry;
      taken += 1;
    }
    if (pages.wasChanged()) throw new Error(`${path} was written to while it was read. Verify a copy of it.`);
  } catch (error) {
    if (!(error instanceof FileFormatError)) throw error;
    problems.add(taken > 0 ? 'entry' : 'schema', taken + 1, taken + 1, 'unreadable from here on');
  } finally {
    pages?.close();
  }
}

function* readEntries(pages: SqlitePages, problems: ProblemList): Generator<StoredEntry> {
  const schema = readSchema(pages);
  const foreign = compareSchema(schema);
  for (const what of foreign) problems.add('schema', 0, 0, what);
  if (foreign.length > 0) return;
  for (const { rowid, payload } of readTable(pages, rootOf(schema, 'audit_entries'), MAX_ROW_BYTES)) {
    if (Number.isSafeInteger(rowid)) yield toEntry(rowid, payload);
    else problems.add('entry', 0, 0, 'an entry has an impossible number');
  }
}

interface SchemaEntry {
  readonly name: string;
  readonly sql: string;
  readonly root: number;
}

function readSchema(pages: SqlitePages): SchemaEntry[] {
  if (pages.count === 0) return [];
  return Array.from(readTable(pages, 1, MAX_SCHEMA_BYTES), ({ payload }) => {
    const [, name, , root, sql] = decodeRecord(payload, NONE);
    return { name: textOf(name), sql: textOf(sql), root: typeof root === 'number' ? root : 0 };
  });
}

function rootOf(schema: readonly SchemaEntry[], table: string): number {
  return schema.find(({ name }) => name === table)?.root ?? 0;
}

function textOf(value: SqliteValue): string {
  return typeof value === 'string' ? value : '';
}

function toEntry(seq: number, payload: Buffer): StoredEntry {
  // Columns that a later version has added are missing in older rows, and are null.
  const [, hash, prev, type, exchange, at, leaf, actor = null, model = null, decision = null] = decodeRecord(
    payload,
    LEAF_COLUMN,
  );
  const bytes = Buffer.isBuffer(leaf) && leaf.length <= MAX_LEAF_BYTES ? leaf : NOTHING;
  return { bytes, columns: { seq, hash, prev, type, exchange, at, actor, model, decision } };
}
