import { compareSchema } from './expected-tables.ts';
import { FileFormatError } from './file-format-error.ts';
import { MAX_LEAF_BYTES } from './read-export.ts';
import { openSqlitePages, type SqlitePages } from './sqlite-pages.ts';
import { decodeRecord, type SqliteValue } from './sqlite-record.ts';
import { readTable, type SqliteRow } from './sqlite-table.ts';
import type { StoredContent, StoredEntry, StoredItem } from './stored-entry.ts';
import type { ProblemList } from './verify-report.ts';

const NOTHING = Buffer.alloc(0);
const NONE: ReadonlySet<number> = new Set();
/** Place of the leaf among the columns of `audit_entries`; its text is taken as bytes. */
const LEAF_COLUMN = new Set([6]);
const MAX_SCHEMA_BYTES = 100_000;
/** A leaf and the columns beside it. */
const MAX_ROW_BYTES = MAX_LEAF_BYTES + 4096;
/** Several times what the longest prompt can need. */
const MAX_SEALED_BYTES = 32 * 1024 * 1024;

/**
 * Every entry of a database; what is wrong with the database itself goes to `problems`. Reads its pages without SQLite,
 * and none of its indexes.
 * @throws Error when the file cannot be read, or was written to meanwhile
 */
export function* readDatabase(path: string, problems: ProblemList): Generator<StoredItem> {
  let pages: SqlitePages | undefined;
  let taken = 0;
  try {
    pages = openSqlitePages(path);
    for (const item of readItems(pages, problems)) {
      yield item;
      if ('bytes' in item) taken += 1;
    }
    if (pages.wasChanged()) throw new Error(`${path} was written to while it was read. Verify a copy of it.`);
  } catch (error) {
    if (!(error instanceof FileFormatError)) throw error;
    problems.add(taken > 0 ? 'entry' : 'schema', taken + 1, taken + 1, 'unreadable from here on');
  } finally {
    pages?.close();
  }
}

function* readItems(pages: SqlitePages, problems: ProblemList): Generator<StoredItem> {
  const schema = readSchema(pages);
  const foreign = compareSchema(schema);
  for (const what of foreign) problems.add('schema', 0, 0, what);
  if (foreign.length > 0) return;
  const contentRoot = rootOf(schema, 'audit_content');
  const contents = contentRoot === 0 ? undefined : readTable(pages, contentRoot, MAX_SEALED_BYTES);
  let content = contents?.next();
  for (const { rowid, payload } of readTable(pages, rootOf(schema, 'audit_entries'), MAX_ROW_BYTES)) {
    if (Number.isSafeInteger(rowid)) yield toEntry(rowid, payload);
    else problems.add('entry', 0, 0, 'an entry has an impossible number');
    while (content?.done === false && content.value.rowid <= rowid) {
      yield toContent(content.value);
      content = contents?.next();
    }
  }
  for (; content?.done === false; content = contents?.next()) yield toContent(content.value);
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

function toContent({ rowid, payload }: SqliteRow): StoredContent {
  return { seq: rowid, sealed: decodeRecord(payload, NONE)[1] };
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
