import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAuditDatabase } from '../../../server/db/database.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { copyLog, createHonestLog } from './tampered-log.ts';
import type { LogFolder } from './log-fixture.ts';

let honest: LogFolder;
let folder: LogFolder;

beforeEach(async () => {
  honest = await createHonestLog();
  folder = copyLog(honest);
});

afterEach(() => {
  honest[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const indexes = ['actor', 'at', 'model', 'decision'].map((column) => `audit_entries_${column}`);

/** Makes the log one that was written before there were columns to search by. */
function takeBack(path: string, damage?: string): void {
  const db = new Database(path);
  if (damage !== undefined) db.exec(damage);
  for (const index of indexes) db.exec(`DROP INDEX ${index}`);
  for (const column of ['actor', 'model', 'decision'])
    db.exec(`ALTER TABLE audit_entries DROP COLUMN ${column}`);
  db.exec('DELETE FROM schema_migrations WHERE id = 2');
  db.close();
}

async function migrate(path: string): Promise<void> {
  const db = await openAuditDatabase(path, systemClock);
  await db.destroy();
}

function rowsOf(path: string): unknown[] {
  const db = new Database(path);
  const rows = db.prepare('SELECT * FROM audit_entries ORDER BY seq').all();
  db.close();
  return rows;
}

it('a log from before the columns gets them from its leaves, and verifies', async () => {
  const { path } = folder.options;
  takeBack(path);
  await migrate(path);
  expect(rowsOf(path)).toEqual(rowsOf(honest.options.path));
  expect(await folder.verify()).toMatchObject({ exitCode: 0, entries: 42 });
});

it('a damaged entry does not keep a log from being opened, and verification names it', async () => {
  const { path } = folder.options;
  takeBack(path, "UPDATE audit_entries SET leaf = '{broken' WHERE seq = 12");
  await migrate(path);
  const report = await folder.verify();
  expect(report.exitCode).toBe(40);
  expect(report.problems[0]).toMatchObject({ from: 12, to: 12 });
});

it('an index that hides an entry is found', async () => {
  const db = new Database(folder.options.path);
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  const hide = db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?');
  hide.run(
    'CREATE INDEX "audit_entries_actor" on "audit_entries" ("actor") where "seq" <> 12',
    'audit_entries_actor',
  );
  db.close();
  expect((await folder.verify()).exitCode).toBe(50);
});
