import type { AuditDatabase } from '../db/database.ts';
import type { Receipt } from '../domain/exchange.ts';
import type { Checkpoint } from './checkpoint.ts';
import { parseLeaf } from './leaf.ts';
import { findPath } from './prove.ts';

/**
 * `proven`: both entries are what the receipt says, under the checkpoint. `unknown`: no such entry, or another one
 * stands there. `changed`: the log knows the hash, but what it holds no longer leads to its signed checkpoint.
 */
export type ReceiptState = 'proven' | 'unknown' | 'changed';

/**
 * Holds a receipt against the log. Who does not know the hash of an entry learns nothing about it: an entry that is
 * not there, another hash and another exchange are one answer.
 */
export async function checkReceipt(
  db: AuditDatabase,
  checkpoint: Checkpoint,
  { intent, outcome, leaf }: Receipt,
): Promise<ReceiptState> {
  const rows = await db
    .selectFrom('audit_entries')
    .select(['seq', 'hash', 'exchange', 'leaf'])
    .where('seq', 'in', [intent, outcome])
    .execute();
  const ended = rows.find(({ seq }) => seq === outcome);
  const begun = rows.find(({ seq }) => seq === intent);
  if (ended?.hash !== leaf) return 'unknown';
  if (!(await isProven(db, checkpoint, outcome, ended.leaf))) return 'changed';
  const said = parseLeaf(JSON.parse(ended.leaf));
  if (said === undefined || !('outcome_of' in said) || said.outcome_of !== intent) return 'unknown';
  // The outcome is proven, so whatever is wrong with its intent is a change.
  if (begun?.exchange !== said.exchange) return 'changed';
  return (await isProven(db, checkpoint, intent, begun.leaf)) ? 'proven' : 'changed';
}

async function isProven(
  db: AuditDatabase,
  checkpoint: Checkpoint,
  seq: number,
  text: string,
): Promise<boolean> {
  return (await findPath(db, checkpoint, seq, text)) !== undefined;
}
