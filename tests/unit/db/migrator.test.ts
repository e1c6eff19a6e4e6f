import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openAppDatabase, openAuditDatabase } from '../../../server/db/database.ts';
import { systemClock } from '../../../server/util/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'intramura-db-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('brings a database to the newest schema, and does nothing the second time', async () => {
  const path = join(folder, 'app.db');
  await (await openAppDatabase(path, systemClock)).destroy();
  const again = await openAppDatabase(path, systemClock);
  expect(await again.selectFrom('users').selectAll().execute()).toEqual([]);
  await again.destroy();
});

it('refuses a database that a newer version has changed', async () => {
  const path = join(folder, 'newer.db');
  const db = await openAppDatabase(path, systemClock);
  await db.insertInto('schema_migrations').values({ id: 99, name: 'x', applied_at: '2030-01-01' }).execute();
  await db.destroy();
  await expect(openAppDatabase(path, systemClock)).rejects.toMatchObject({ code: 'ERR_DB_NEWER' });
});

it('puts every commit of the audit log on the disk: synchronous stays FULL after the first write', async () => {
  const db = await openAuditDatabase(join(folder, 'audit.db'), systemClock);
  await db.insertInto('schema_migrations').values({ id: 98, name: 'x', applied_at: '2030-01-01' }).execute();
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(db);
  expect(rows[0]?.synchronous).toBe(2);
  await db.destroy();
});
