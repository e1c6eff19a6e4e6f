import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { AuditTables } from '../db/tables.ts';
import { MAX_LEAF_BYTES } from './verifier/read-export.ts';
import {
  PAGE_ENTRIES,
  type StoredColumns,
  type StoredContent,
  type StoredItem,
} from './verifier/stored-entry.ts';

interface StoredRow extends StoredColumns {
  readonly bytes: Buffer | null;
}

/** Contents can be large. */
const CONTENT_ROWS = 20;
const NOTHING = Buffer.alloc(0);

type Reader = Pick<Kysely<AuditTables>, 'getExecutor'>;

/**
 * Every entry by its number, and after each page of them the contents that stand beside it. The leaf is read as bytes: decoding could hide a change. A leaf that is no
 * text, or too long for an entry, comes as no bytes.
 */
export async function* readStoredItems(db: Reader): AsyncIterable<StoredItem> {
  const holdsContents = await hasContents(db);
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await sql<StoredRow>`
      SELECT seq, hash, prev, type, exchange, at, actor, model, decision,
        CASE WHEN typeof(leaf) = 'text' AND length(leaf) <= ${MAX_LEAF_BYTES} THEN CAST(leaf AS BLOB) END AS bytes
      FROM audit_entries WHERE seq > ${after} AND seq <= ${Number.MAX_SAFE_INTEGER}
      ORDER BY seq LIMIT ${PAGE_ENTRIES}`.execute(db);
    for (const { bytes, ...columns } of rows) yield { bytes: bytes ?? NOTHING, columns };
    const last = rows.at(-1);
    if (holdsContents) yield* readContents(db, after, last?.seq ?? Number.MAX_SAFE_INTEGER);
    // Rows of a damaged file can stand out of order; asking on from a smaller number would never end.
    if (last === undefined || last.seq <= after) return;
    after = last.seq;
    await setImmediate();
  }
}

/** A log that no newer version has opened has no table for them. */
async function hasContents(db: Reader): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'audit_content'`.execute(db);
  return rows.length > 0;
}

async function* readContents(db: Reader, after: number, last: number): AsyncIterable<StoredContent> {
  for (let from = after; ;) {
    const { rows } = await sql<StoredContent>`
      SELECT seq, sealed FROM audit_content WHERE seq > ${from} AND seq <= ${last}
      ORDER BY seq LIMIT ${CONTENT_ROWS}`.execute(db);
    yield* rows;
    const final = rows.at(-1);
    if (final === undefined || final.seq <= from) return;
    from = final.seq;
  }
}

/** Whether there are rows with numbers that JavaScript cannot hold: no log has them, and reading would skip them. */
export async function hasUnreadableNumbers(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT 1 AS found FROM audit_entries
    WHERE seq > ${Number.MAX_SAFE_INTEGER} OR seq <= ${Number.MIN_SAFE_INTEGER} LIMIT 1`.execute(db);
  return rows.length > 0;
}
