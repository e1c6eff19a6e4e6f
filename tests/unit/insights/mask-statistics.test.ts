import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import { createExchangeFacts, type ExchangeFact } from '../../../server/insights/exchange-facts.ts';
import { MOST_SERIES, readMaskStatistics } from '../../../server/insights/mask-statistics.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

let folder: string;
let db: AppDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intramura-statistics-'));
  db = await openAppDatabase(join(folder, 'app.db'), systemClock);
});

afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function record(at: string, fact: Partial<ExchangeFact> = {}): Promise<void> {
  const facts = createExchangeFacts({ db, clock: { now: () => new Date(at) }, random: systemRandom });
  await facts.record({ model: 'm', decision: 'quoted', language: 'en', ms: 100, masked: {}, ...fact });
}

const range = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-05T00:00:00Z') };

it('counts values by type, day and profile, within the time alone', async () => {
  await record('2026-02-28T23:59:59Z', { maskProfile: 'finance', masked: { EMAIL: 9 } });
  await record('2026-03-01T08:00:00Z', { maskProfile: 'finance', masked: { EMAIL: 2, PERSON: 1 } });
  await record('2026-03-02T08:00:00Z', { maskProfile: 'finance' });
  await record('2026-03-02T09:00:00Z', { maskProfile: 'health', masked: { PERSON: 4 } });
  await record('2026-03-02T10:00:00Z', { masked: { EMAIL: 1 } });
  await record('2026-03-02T11:00:00Z', { decision: undefined, code: 'ERR_RATE_LIMITED' });
  await record('2026-03-05T00:00:00Z', { maskProfile: 'finance', masked: { EMAIL: 9 } });
  const statistics = await readMaskStatistics(db, range, 'UTC');
  expect(statistics).toMatchObject({
    unit: 'day',
    exchanges: 4,
    masked: 8,
    types: [
      { type: 'PERSON', count: 5, exchanges: 2 },
      { type: 'EMAIL', count: 3, exchanges: 2 },
    ],
  });
  expect(statistics.profiles[0]).toEqual({ profile: 'finance', exchanges: 2, masked: 3 });
  expect(statistics.profiles).toContainEqual({ profile: 'health', exchanges: 1, masked: 4 });
  expect(statistics.profiles).toContainEqual({ profile: undefined, exchanges: 1, masked: 1 });
  expect(statistics.buckets.map(({ masked }) => masked)).toEqual([3, 5, 0, 0]);
});

it('counts the days of the zone', async () => {
  await record('2026-03-01T15:59:59Z', { masked: { EMAIL: 1 } });
  await record('2026-03-01T16:00:00Z', { masked: { EMAIL: 2 } });
  const { buckets } = await readMaskStatistics(db, range, 'Asia/Shanghai');
  expect(buckets.slice(0, 2).map(({ masked }) => masked)).toEqual([1, 2]);
});

it('tells only the most frequent types apart over time, and counts all of them', async () => {
  const types = Array.from({ length: MOST_SERIES + 3 }, (_, index) => `TYPE_${index}`);
  await record('2026-03-01T08:00:00Z', {
    masked: Object.fromEntries(types.map((type, index) => [type, 100 - index])),
  });
  const { buckets, masked } = await readMaskStatistics(db, range, 'UTC');
  expect(buckets[0]?.types.map(({ type }) => type)).toEqual(types.slice(0, MOST_SERIES));
  expect(buckets[0]?.masked).toBe(masked);
});

it('says that nothing was masked when nobody asked', async () => {
  expect(await readMaskStatistics(db, range, 'UTC')).toMatchObject({
    exchanges: 0,
    masked: 0,
    types: [],
    profiles: [],
  });
});
