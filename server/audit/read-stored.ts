import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { AuditTables } from '../db/tables.ts';
import type { StoredColumns, StoredEntry } from './stored-entry.ts';

interface StoredRow extends StoredColumns {
  readonly bytes: Buffer;
}

const PAGE_ROWS = 500;

/** Every row of the table by its number. The leaf is read as bytes: decoding could hide a change. */
export async function* readStoredRows(
  db: Pick<Kysely<AuditTables>, 'getExecutor'>,
): AsyncIterable<StoredEntry> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await sql<StoredRow>`
      SELECT seq, hash, prev, type, exchange, at, CAST(leaf AS BLOB) AS bytes
      FROM audit_entries WHERE seq > ${after} ORDER BY seq LIMIT ${PAGE_ROWS}`.execute(db);
    for (const { bytes, ...columns } of rows) yield { bytes, columns };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
    await setImmediate();
  }
}

/** More than any entry can have. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** Every line of a JSON Lines export. @throws RangeError for a line that no entry can have */
export async function* readExport(path: string): AsyncIterable<StoredEntry> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) continue;
    let rest = Buffer.concat([held, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield { bytes: rest.subarray(0, end) };
      rest = rest.subarray(end + 1);
    }
    if (rest.length > MAX_LINE_BYTES) throw new RangeError('A line is too long.');
    held = rest;
  }
  if (held.length > 0) yield { bytes: held };
}
