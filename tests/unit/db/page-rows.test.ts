import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import { isBefore, pageRows } from '../../../server/db/page-rows.ts';
import { systemClock } from '../../../server/util/clock.ts';
import type { TimeCursor } from '../../../server/util/time-cursor.ts';

const folder = mkdtempSync(join(tmpdir(), 'intramura-pages-'));
/** Several of the same moment, so that only their ids tell them apart. */
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const momentOf = (id: string): string => `2026-01-0${1 + Math.floor(ids.indexOf(id) / 3)}T00:00:00.000Z`;
let db: AppDatabase;

beforeAll(async () => {
  db = await openAppDatabase(join(folder, 'app.db'), systemClock);
  const values = ids.map((id) => ({
    id,
    name: id,
    classification: 'internal',
    readers: '[]',
    created_at: momentOf(id),
  }));
  await db.insertInto('collections').values(values).execute();
});

afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function page(limit: number, after: TimeCursor | undefined) {
  let query = db.selectFrom('collections').select(['id', 'created_at']);
  if (after !== undefined) query = query.where(isBefore('created_at', after));
  const found = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageRows(found, limit, ({ id, created_at: at }) => ({ at, id }));
}

it.each([1, 2, 3, 6, 7, 8])(
  'shows each row once in pages of %i, and ends with the last one',
  async (limit) => {
    const shown: string[] = [];
    let pages = 0;
    let after: TimeCursor | undefined;
    do {
      // The next page needs the cursor of this one.
      const { rows, next } = await page(limit, after);
      shown.push(...rows.map(({ id }) => id));
      after = next;
      pages += 1;
    } while (after !== undefined);
    expect(shown).toEqual(ids.toReversed());
    expect(pages).toBe(Math.ceil(ids.length / limit));
  },
);
