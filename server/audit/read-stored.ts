import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { AuditTables } from '../db/tables.ts';
import { MAX_LEAF_BYTES } from './verifier/read-export.ts';
import type { StoredColumns, StoredEntry } from './verifier/stored-entry.ts';

interface StoredRow extends StoredColumns {
  readonly bytes: Buffer | null;
}

const PAGE_ROWS = 250;
const NOTHING = Buffer.alloc(0);

/**
 * Every row of the table by its number. The leaf is read as bytes: decoding could hide a change. A leaf that is no
 * text, or too long for an entry, comes as no bytes.
 */
export async function* readStoredRows(
  db: Pick<Kysely<AuditTables>, 'getExecutor'>,
): AsyncIterable<StoredEntry> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await sql<StoredRow>`
      SELECT seq, hash, prev, type, exchange, at, actor, model, decision,
        CASE WHEN typeof(leaf) = 'text' AND length(leaf) <= ${MAX_LEAF_BYTES} THEN CAST(leaf AS BLOB) END AS bytes
      FROM audit_entries WHERE seq > ${after} AND seq <= ${Number.MAX_SAFE_INTEGER}
      ORDER BY seq LIMIT ${PAGE_ROWS}`.execute(db);
    for (const { bytes, ...columns } of rows) yield { bytes: bytes ?? NOTHING, columns };
    const last = rows.at(-1);
    // Rows of a damaged file can stand out of order; asking on from a smaller number would never end.
    if (last === undefined || last.seq <= after) return;
    after = last.seq;
    await setImmediate();
  }
}

/** Whether there are rows with numbers that JavaScript cannot hold: no log has them, and reading would skip them. */
export async function hasUnreadableNumbers(db: Pick<Kysely<AuditTables>, 'getExecutor'>): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT 1 AS found FROM audit_entries
    WHERE seq > ${Number.MAX_SAFE_INTEGER} OR seq <= ${Number.MIN_SAFE_INTEGER} LIMIT 1`.execute(db);
  return rows.length > 0;
}
