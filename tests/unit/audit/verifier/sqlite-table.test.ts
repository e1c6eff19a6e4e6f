import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { array, assert as holds, boolean, constantFrom, integer, property, record, string } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlitePages } from '../../../../server/audit/verifier/sqlite-pages.ts';
import { decodeRecord, type SqliteValue } from '../../../../server/audit/verifier/sqlite-record.ts';
import { readTable } from '../../../../server/audit/verifier/sqlite-table.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'intramura-sqlite-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

type Row = readonly [number, SqliteValue, SqliteValue];

/** Rows of the table `t`, as our own reader finds them. */
function readOwn(path: string): Row[] {
  const pages = openSqlitePages(path);
  try {
    return Array.from(readTable(pages, 2, 1_000_000), ({ rowid, payload }): Row => {
      const [, a, b] = decodeRecord(payload, new Set());
      return [rowid, a, b];
    });
  } finally {
    pages.close();
  }
}

/** The driver binds a JavaScript number as a fraction, a bigint as an integer. */
function asInteger(number: number | null): bigint | null {
  return number === null ? null : BigInt(number);
}

const value = constantFrom(
  null,
  0,
  1,
  -1,
  127,
  128,
  -32_768,
  8_388_607,
  2 ** 31,
  2 ** 40,
  2 ** 52,
  Number.MIN_SAFE_INTEGER,
);
const rowid = constantFrom(1, 127, 128, 16_384, 2 ** 31, 2 ** 48, 2 ** 53 - 1, -1, -5, -(2 ** 40));

describe('a table', () => {
  it('is read as SQLite reads it, whatever its rows, page size and write-ahead log', () => {
    let run = 0;
    holds(
      property(
        constantFrom(512, 1024, 4096, 65_536),
        array(
          record({
            id: rowid,
            small: value,
            text: string({ unit: 'grapheme' }),
            times: integer({ min: 0, max: 900 }),
          }),
          {
            maxLength: 40,
          },
        ),
        boolean(),
        (pageSize, rows, wal) => {
          const path = join(dir, `${(run += 1)}.db`);
          const db = new Database(path);
          db.pragma(`page_size = ${pageSize}`);
          db.pragma(`journal_mode = ${wal ? 'WAL' : 'DELETE'}`);
          db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)');
          const insert = db.prepare('INSERT OR REPLACE INTO t VALUES (?, ?, ?)');
          for (const { id, small, text, times } of rows) insert.run(id, asInteger(small), text.repeat(times));
          for (const { id } of rows.slice(0, 3)) db.prepare('DELETE FROM t WHERE id = ?').run(id);
          // As somebody copies it who does not stop the server.
          const copy = join(dir, `${run}-copy.db`);
          cpSync(path, copy);
          if (wal) cpSync(`${path}-wal`, `${copy}-wal`);
          const expected = db.prepare<[], Row>('SELECT id, a, b FROM t ORDER BY id').raw().all();
          db.close();
          expect(readOwn(copy)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of many pages comes in order, and a page that leads in a circle is told', () => {
    const path = join(dir, 'big.db');
    const db = new Database(path);
    db.pragma('page_size = 512');
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)');
    const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?)');
    db.transaction(() => {
      for (let id = 1; id <= 5000; id += 1) insert.run(id, asInteger(id), `row ${id}`);
    })();
    db.close();
    const rows = readOwn(path);
    expect(rows.map(([id]) => id)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
    expect(rows.at(-1)).toEqual([5000, 5000, 'row 5000']);
    const pages = openSqlitePages(path);
    const root = Buffer.from(pages.page(2));
    expect(root[0]).toBe(5);
    // The rightmost child of the root is the root.
    root.writeUInt32BE(2, 8);
    const circular = { ...pages, page: (number: number) => (number === 2 ? root : pages.page(number)) };
    expect(() => Array.from(readTable(circular, 2, 1000))).toThrow('a page is used twice');
    pages.close();
  });
});
