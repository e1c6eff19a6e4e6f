import type { AuditDatabase } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { type AuditEntryView, viewOf } from './entries.ts';
import { hashLeaf } from './leaf.ts';

/** An entry with what stands around it. */
export interface EntryDetail extends AuditEntryView {
  /** The leaf as text, byte for byte as it was hashed. */
  readonly text: string;
  /** Whether the text still has the hash. */
  readonly intact: boolean;
  /** Whether it follows the entry before. */
  readonly linked: boolean;
  readonly previous?: EntryPlace;
  readonly following?: EntryPlace;
  /** All entries of its exchange, oldest first, itself included. Empty when it belongs to none. */
  readonly exchange: readonly AuditEntryView[];
}

/** A neighbour, without its contents. */
export interface EntryPlace {
  readonly seq: number;
  readonly hash: string;
  readonly type: string;
}

/** An exchange has an intent and an outcome; more would be a fault, and must not fill the memory. */
const MOST_OF_EXCHANGE = 20;

/** @throws AppError ERR_NOT_FOUND */
export async function readEntry(db: AuditDatabase, seq: number): Promise<EntryDetail> {
  const row = await db.selectFrom('audit_entries').selectAll().where('seq', '=', seq).executeTakeFirst();
  if (row === undefined)
    throw new AppError('ERR_NOT_FOUND', 'The audit log has no such entry.', { status: 404 });
  const [previous, following] = await Promise.all([placeOf(db, seq - 1), placeOf(db, seq + 1)]);
  return {
    ...viewOf(row),
    text: row.leaf,
    intact: hashLeaf(row.leaf) === row.hash,
    linked: seq === 1 || previous?.hash === row.prev,
    ...(previous === undefined ? {} : { previous }),
    ...(following === undefined ? {} : { following }),
    exchange: row.exchange === null ? [] : await entriesOf(db, row.exchange),
  };
}

function placeOf(db: AuditDatabase, seq: number): Promise<EntryPlace | undefined> {
  return db
    .selectFrom('audit_entries')
    .select(['seq', 'hash', 'type'])
    .where('seq', '=', seq)
    .executeTakeFirst();
}

async function entriesOf(db: AuditDatabase, exchange: string): Promise<AuditEntryView[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('exchange', '=', exchange)
    .orderBy('seq')
    .limit(MOST_OF_EXCHANGE)
    .execute();
  return rows.map(viewOf);
}
