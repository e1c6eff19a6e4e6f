import { setImmediate } from 'node:timers/promises';
import { type AuditDatabase, openAuditCopy } from '../db/database.ts';
import type { AuditEntriesTable } from '../db/tables.ts';
import { invalid } from './unavailable.ts';

/** Reads the log over a connection of its own, so that no reader makes the writer wait. */
export async function readCopy<T>(path: string, read: (db: AuditDatabase) => Promise<T>): Promise<T> {
  const db = openAuditCopy(path);
  try {
    return await read(db);
  } finally {
    await db.destroy();
  }
}

const PAGE_ROWS = 1000;

/** Pages of entries `after < seq <= last`, oldest first; other work gets its turn between two pages. */
export function entryPages(
  db: AuditDatabase,
  after: number,
  last: number,
): AsyncIterable<AuditEntriesTable[]> {
  return pagesOf(after, last, (from) => selectPage(db, from, last).selectAll().execute());
}

/** Leaf hashes of entries `after < seq <= last`, in order. */
export async function* storedHashes(db: AuditDatabase, after: number, last: number): AsyncIterable<Buffer> {
  const pages = pagesOf(after, last, (from) => selectPage(db, from, last).select(['seq', 'hash']).execute());
  for await (const rows of pages) for (const { hash } of rows) yield Buffer.from(hash, 'hex');
}

/**
 * Rows of a damaged file can stand out of order; asking on from a smaller number would never end.
 * @throws AppError ERR_AUDIT_INVALID
 */
export function assertAscending(after: number, last: number): void {
  if (last <= after) throw invalid(`its entries after ${after} are out of order`);
}

async function* pagesOf<T extends { readonly seq: number }>(
  after: number,
  last: number,
  read: (from: number) => Promise<T[]>,
): AsyncIterable<T[]> {
  for (let seq = after; seq < last;) {
    const rows = await read(seq);
    const final = rows.at(-1);
    if (final === undefined) return;
    assertAscending(seq, final.seq);
    yield rows;
    seq = final.seq;
    await setImmediate();
  }
}

// Keeps its inferred type: writing Kysely's builder types out would say less.
function selectPage(db: AuditDatabase, after: number, last: number) {
  return db
    .selectFrom('audit_entries')
    .where('seq', '>', after)
    .where('seq', '<=', last)
    .orderBy('seq')
    .limit(PAGE_ROWS);
}
