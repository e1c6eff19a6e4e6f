import type { AuditDatabase } from '../db/database.ts';
import type { AuditEntriesTable } from '../db/tables.ts';
import { parseLeaf } from './leaf.ts';
import type { PlainDraft } from './draft.ts';

/** Entries that close the intents which the last run left open. */
export async function abortOpenIntents(db: AuditDatabase): Promise<PlainDraft[]> {
  const started = await db
    .selectFrom('audit_entries')
    .select('seq')
    .where('type', '=', 'audit.started')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', '>', started?.seq ?? 0)
    .where('type', 'like', 'exchange.%')
    .orderBy('seq')
    .execute();
  return abortIntentsAmong(rows);
}

/** Entries that close the intents which have no outcome among the rows. */
export function abortIntentsAmong(rows: readonly AuditEntriesTable[]): PlainDraft[] {
  const open = new Map<number, PlainDraft>();
  for (const row of rows) {
    const leaf = parseLeaf(JSON.parse(row.leaf));
    if (leaf === undefined) continue;
    if ('outcome_of' in leaf) open.delete(leaf.outcome_of);
    if (leaf.type !== 'exchange.intended') continue;
    const { exchange, actor, seq } = leaf;
    open.set(seq, { body: { type: 'exchange.aborted', exchange, actor, outcome_of: seq } });
  }
  return [...open.values()];
}
