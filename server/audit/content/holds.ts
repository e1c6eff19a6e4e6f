import type { z } from 'zod';
import type { AuditDatabase } from '../../db/database.ts';
import type { AuditEntriesTable } from '../../db/tables.ts';
import { parseLeaf } from '../leaf.ts';
import type { holdScope } from './content-bodies.ts';

export type HoldScope = Readonly<z.output<typeof holdScope>>;

/** An order to keep entries and their contents, whoever wants them gone. */
export interface Hold {
  readonly id: string;
  /** The entry that sets it. */
  readonly seq: number;
  /** RFC 3339, UTC. */
  readonly setAt: string;
  readonly scope: HoldScope;
}

/** Holds in force, oldest first. They are read from the log, where nobody can take one back unnoticed. */
export async function activeHolds(db: AuditDatabase): Promise<Hold[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select('leaf')
    .where('type', 'in', ['hold.set', 'hold.cleared'])
    .orderBy('seq')
    .execute();
  const holds = new Map<string, Hold>();
  for (const { leaf: text } of rows) {
    const leaf = parseLeaf(JSON.parse(text));
    if (leaf?.type === 'hold.cleared') holds.delete(leaf.hold);
    if (leaf?.type !== 'hold.set') continue;
    const { hold: id, seq, at: setAt, scope } = leaf;
    holds.set(id, { id, seq, setAt, scope });
  }
  return [...holds.values()];
}

/** Columns of one statement: below the parameters that SQLite takes. */
const BATCH = 500;

/** The holds that stand over any of the entries. */
export async function holdsOver(db: AuditDatabase, seqs: readonly number[]): Promise<Hold[]> {
  const holds = await activeHolds(db);
  const found = new Set<Hold>();
  for (let at = 0; holds.length > 0 && at < seqs.length; at += BATCH) {
    const rows = await db
      .selectFrom('audit_entries')
      .select(['actor', 'exchange', 'at'])
      .where('seq', 'in', seqs.slice(at, at + BATCH))
      .execute();
    for (const hold of holds) if (rows.some((row) => isHeld(hold.scope, row))) found.add(hold);
  }
  return [...found];
}

/** Whether an entry is in the scope of a hold. */
export function isHeld(
  { actor, exchange, from, to }: HoldScope,
  entry: Pick<AuditEntriesTable, 'actor' | 'exchange' | 'at'>,
): boolean {
  return (
    (actor === undefined || entry.actor === actor) &&
    (exchange === undefined || entry.exchange === exchange) &&
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at < to)
  );
}
