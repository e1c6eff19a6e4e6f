import { cpSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { exportEntries } from '../../../server/audit/export.ts';
import { encodeLeaf, hashLeaf, parseLeaf } from '../../../server/audit/leaf.ts';
import { searchColumns } from '../../../server/audit/search-columns.ts';
import type { AuditEntriesTable } from '../../../server/db/tables.ts';
import { createLogFolder, generatedFrom, groundedExchange, type LogFolder } from './log-fixture.ts';

/**
 * An honest log of 2 runs with 9 exchanges each: 42 entries. Entries 1, 2, 22 and 23 are starts, 21 and 42 stops. In
 * the first run outcomes have even numbers, in the second odd ones. Checkpoints are kept at 2, 21, 23 and 42.
 */
export async function createHonestLog(): Promise<LogFolder> {
  const folder = createLogFolder();
  for (let run = 0; run < 2; run += 1) {
    await using log = await openAuditLog(folder.options);
    for (let index = 0; index < 9; index += 1) {
      await log.recordOutcome(
        generatedFrom(
          await log.recordIntent(await groundedExchange(`ex_${run}_${index}`, `Question ${index}?`)),
        ),
      );
    }
  }
  return folder;
}

/** The largest kept checkpoint of the honest log below an entry. */
export function provenBelow(seq: number): number {
  return [2, 21, 23, 42].filter((size) => size < seq).at(-1) ?? 0;
}

/** A copy of a log, to be damaged. */
export function copyLog(honest: LogFolder): LogFolder {
  const folder = createLogFolder();
  cpSync(honest.dir, folder.dir, { recursive: true });
  return folder;
}

export function tamper({ options }: LogFolder, ...statements: readonly string[]): void {
  const db = new Database(options.path);
  for (const statement of statements) db.exec(statement);
  db.close();
}

/** Rebuilds sequence, chain and hashes, and takes contents along, as an insider who knows the format would. */
export function rewrite(
  { options }: LogFolder,
  change: (rows: AuditEntriesTable[]) => AuditEntriesTable[],
): void {
  const db = new Database(options.path);
  const rows = change(db.prepare<[], AuditEntriesTable>('SELECT * FROM audit_entries ORDER BY seq').all());
  const contents = new Map(
    db
      .prepare<[], { seq: number; sealed: string }>('SELECT * FROM audit_content')
      .all()
      .map(({ seq, sealed }) => [seq, sealed]),
  );
  db.exec('DELETE FROM audit_entries; DELETE FROM audit_content');
  let prev = '0'.repeat(64);
  for (const [index, row] of rows.entries()) {
    const leaf = parseLeaf({ ...JSON.parse(row.leaf), seq: index + 1, prev });
    if (leaf === undefined) throw new Error('the forged entry must have the right shape');
    const text = encodeLeaf(leaf);
    const hash = hashLeaf(text);
    const { type, exchange, at, actor, model, decision } = searchColumns(leaf);
    db.prepare(
      'INSERT INTO audit_entries (seq, hash, prev, type, exchange, at, leaf, actor, model, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(index + 1, hash, prev, type, exchange, at, text, actor, model, decision);
    const sealed = contents.get(row.seq);
    if (sealed !== undefined)
      db.prepare('INSERT INTO audit_content VALUES (?, ?)').run(BigInt(index + 1), sealed);
    prev = hash;
  }
  db.close();
}

/** Lets outcomes point to their intents again after entries were taken out. */
export function renumberOutcomes(rows: readonly AuditEntriesTable[]): AuditEntriesTable[] {
  const place = new Map(rows.map(({ seq }, index) => [seq, index + 1]));
  return rows.map((row) => {
    const leaf: { outcome_of?: number } = JSON.parse(row.leaf);
    if (leaf.outcome_of === undefined) return row;
    return { ...row, leaf: JSON.stringify({ ...leaf, outcome_of: place.get(leaf.outcome_of) }) };
  });
}

/** Every entry, byte for byte. */
export async function contentOf({ options }: LogFolder): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportEntries(options.path, 'jsonl')) lines.push(line);
  return lines;
}
