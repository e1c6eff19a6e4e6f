import { z } from 'zod';
import type { AuditDatabase } from '../db/database.ts';

export interface EntryQuery {
  /** Entries with a greater number; from the first when absent. */
  readonly after?: number;
  readonly limit: number;
  readonly type?: string;
  readonly exchange?: string;
}

/** An entry as people and programs read it. */
export interface AuditEntryView {
  readonly seq: number;
  /** Leaf hash, hex. */
  readonly hash: string;
  readonly type: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** The record that was hashed. */
  readonly leaf: Readonly<Record<string, unknown>>;
}

const leafObject = z.record(z.string(), z.unknown());

export async function queryEntries(
  db: AuditDatabase,
  { after = 0, limit, type, exchange }: EntryQuery,
): Promise<AuditEntryView[]> {
  let query = db.selectFrom('audit_entries').selectAll().where('seq', '>', after);
  if (type !== undefined) query = query.where('type', '=', type);
  if (exchange !== undefined) query = query.where('exchange', '=', exchange);
  const rows = await query.orderBy('seq').limit(limit).execute();
  return rows.map(({ seq, hash, type: kind, at, leaf }) => ({
    seq,
    hash,
    type: kind,
    at,
    leaf: leafObject.parse(JSON.parse(leaf)),
  }));
}
