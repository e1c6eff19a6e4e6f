import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import {
  createExchangeFacts,
  type ExchangeFact,
  type ExchangeFacts,
  KEPT_DAYS,
} from '../../../server/insights/exchange-facts.ts';
import { summarizeExchanges } from '../../../server/insights/summarize.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

let folder: string;
let db: AppDatabase;
let facts: ExchangeFacts;
let now = new Date();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intramura-insights-'));
  db = await openAppDatabase(join(folder, 'app.db'), systemClock);
  facts = createExchangeFacts({ db, clock: { now: () => now }, random: systemRandom });
});

afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function record(at: string, fact: Partial<ExchangeFact> = {}): Promise<void> {
  now = new Date(at);
  await facts.record({ model: 'm', decision: 'quoted', language: 'en', ms: 100, masked: {}, ...fact });
}

const range = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-05T00:00:00Z') };

it('counts what ended how, when, how fast, and what was masked', async () => {
  for (let index = 1; index <= 100; index += 1) await record('2026-03-01T12:00:00Z', { ms: index * 10 });
  await record('2026-03-02T12:00:00Z', { decision: 'declined', ms: 5, masked: { EMAIL: 2, PERSON: 1 } });
  await record('2026-03-02T13:00:00Z', {
    model: 'n',
    decision: 'answered',
    language: 'zh',
    masked: { EMAIL: 1 },
  });
  const failed = { decision: undefined, code: 'ERR_RATE_LIMITED', ms: 90_000 } as const;
  await record('2026-03-02T14:00:00Z', failed);
  await record('2026-02-28T23:59:59Z');
  await record('2026-03-05T00:00:00Z');
  const summary = await summarizeExchanges(db, range, 'UTC');
  expect(summary).toMatchObject({
    unit: 'day',
    total: 103,
    outcomes: { quoted: 100, answered: 1, declined: 1, chatted: 0, failed: 1 },
    masked: [
      { type: 'EMAIL', count: 3 },
      { type: 'PERSON', count: 1 },
    ],
    failures: [{ code: 'ERR_RATE_LIMITED', count: 1 }],
    languages: [
      { language: 'en', count: 102 },
      { language: 'zh', count: 1 },
    ],
    models: [
      { model: 'm', exchanges: 101 },
      { model: 'n', exchanges: 1, latency: { p50: 100, p95: 100 } },
    ],
  });
  expect(summary.buckets.map(({ outcomes }) => outcomes.quoted)).toEqual([100, 0, 0, 0]);
  expect(summary.buckets[0]?.latency).toEqual({ p50: 500, p95: 950 });
  expect(summary.buckets[2]?.latency).toBeUndefined();
});

it('counts the days of the zone', async () => {
  await record('2026-03-01T15:59:59Z');
  await record('2026-03-01T16:00:00Z');
  const { buckets } = await summarizeExchanges(db, range, 'Asia/Shanghai');
  expect(buckets.slice(0, 2).map(({ outcomes }) => outcomes.quoted)).toEqual([1, 1]);
});

it('counts each rating once, whatever somebody changed it to', async () => {
  now = new Date('2026-03-02T00:00:00Z');
  await facts.rate('a', 'up');
  await facts.rate('a', 'down');
  await facts.rate('b', 'up');
  await facts.rate('c', 'up');
  await facts.rate('c', undefined);
  expect((await summarizeExchanges(db, range, 'UTC')).ratings).toEqual({ up: 1, down: 1 });
});

it('forgets what is older than a year and a month', async () => {
  await record('2026-03-01T00:00:00Z', { masked: { EMAIL: 1 } });
  await facts.rate('a', 'up');
  await record('2026-03-03T00:00:00Z');
  now = new Date(Date.parse('2026-03-02T00:00:00Z') + KEPT_DAYS * 86_400_000);
  await facts.sweep();
  expect(await summarizeExchanges(db, range, 'UTC')).toMatchObject({
    total: 1,
    masked: [],
    ratings: { up: 0, down: 0 },
  });
});
