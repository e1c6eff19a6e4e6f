import { setImmediate } from 'node:timers/promises';
import { type AuditDatabase, openAuditCopy } from '../db/database.ts';
import type { AuditEntriesTable } from '../db/tables.ts';

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
export async function* entryPages(
  db: AuditDatabase,
  after: number,
  last: number,
): AsyncIterable<AuditEntriesTable[]> {
  for (let seq = after; seq < last;) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('seq', '>', seq)
      .where('seq', '<=', last)
      .orderBy('seq')
      .limit(PAGE_ROWS)
      .execute();
    const final = rows.at(-1);
    if (final === undefined) return;
    yield rows;
    seq = final.seq;
    await setImmediate();
  }
}

/** Leaf hashes of entries `after < seq <= last`, in order. */
export async function* storedHashes(db: AuditDatabase, after: number, last: number): AsyncIterable<Buffer> {
  for (let seq = after; seq < last;) {
    const rows = await db
      .selectFrom('audit_entries')
      .select(['seq', 'hash'])
      .where('seq', '>', seq)
      .where('seq', '<=', last)
      .orderBy('seq')
      .limit(PAGE_ROWS)
      .execute();
    const final = rows.at(-1);
    if (final === undefined) return;
    for (const { hash } of rows) yield Buffer.from(hash, 'hex');
    seq = final.seq;
    await setImmediate();
  }
}
