import type { AppDatabase } from '../db/database.ts';
import { type BucketUnit, type TimeRange, timeBuckets, unitFor } from './time-buckets.ts';

export const outcomeNames = ['answered', 'quoted', 'approved', 'declined', 'chatted', 'failed'] as const;

/** How many exchanges ended in which way. */
export type OutcomeCounts = Readonly<Record<(typeof outcomeNames)[number], number>>;

/** Milliseconds that half, and 95 of a hundred, of the exchanges took at most; those that failed not counted. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

interface Figures {
  readonly outcomes: OutcomeCounts;
  /** Undefined when nothing was answered. */
  readonly latency: Latency | undefined;
}

/** The exchanges of a time in figures. */
export interface ExchangeSummary extends Figures {
  readonly unit: BucketUnit;
  readonly total: number;
  readonly buckets: readonly (Figures & { readonly from: Date })[];
  readonly models: readonly { model: string; exchanges: number; latency: Latency | undefined }[];
  /** Values masked, by type, most first. */
  readonly masked: readonly { type: string; count: number }[];
  readonly failures: readonly { code: string; count: number }[];
  readonly languages: readonly { language: string; count: number }[];
  readonly ratings: { readonly up: number; readonly down: number };
}

/** Counts with indexes on time; each piece of the range is a question of its own, so that days are a zone's days. */
export async function summarizeExchanges(
  db: AppDatabase,
  range: TimeRange,
  zone: string,
): Promise<ExchangeSummary> {
  const unit = unitFor(range);
  const buckets: (Figures & { from: Date })[] = [];
  for (const bucket of timeBuckets(range, unit, zone))
    buckets.push({ from: bucket.from, ...(await figuresOf(db, bucket)) });
  const whole = await figuresOf(db, range);
  return {
    unit,
    ...whole,
    total: totalOf(whole.outcomes),
    buckets,
    models: await modelsOf(db, range),
    masked: await maskedOf(db, range),
    failures: await failuresOf(db, range),
    languages: await languagesOf(db, range),
    ratings: await ratingsOf(db, range),
  };
}

export function totalOf(outcomes: OutcomeCounts): number {
  return outcomeNames.reduce((sum, name) => sum + outcomes[name], 0);
}

// Keeps its inferred type: writing Kysely's builder types out would say less.
function factsIn(db: AppDatabase, { from, to }: TimeRange) {
  return db
    .selectFrom('exchange_facts')
    .where('at', '>=', from.toISOString())
    .where('at', '<', to.toISOString());
}

async function figuresOf(db: AppDatabase, range: TimeRange): Promise<Figures> {
  const rows = await factsIn(db, range)
    .select(['decision', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('decision')
    .execute();
  const counted = new Map(rows.map(({ decision, count }) => [decision ?? 'failed', Number(count)]));
  const countOf = (name: string): number => counted.get(name) ?? 0;
  const outcomes: OutcomeCounts = {
    answered: countOf('answered'),
    quoted: countOf('quoted'),
    approved: countOf('approved'),
    declined: countOf('declined'),
    chatted: countOf('chatted'),
    failed: countOf('failed'),
  };
  return { outcomes, latency: await latencyOf(db, range, totalOf(outcomes) - outcomes.failed) };
}

/** Nearest rank: exact, and the same on every database. */
async function latencyOf(
  db: AppDatabase,
  range: TimeRange,
  count: number,
  model?: string,
): Promise<Latency | undefined> {
  if (count === 0) return undefined;
  const answered = factsIn(db, range).where('decision', 'is not', null);
  const chosen = model === undefined ? answered : answered.where('model', '=', model);
  const at = async (share: number): Promise<number> => {
    const row = await chosen
      .select('ms')
      .orderBy('ms')
      .limit(1)
      .offset(Math.ceil(share * count) - 1)
      .executeTakeFirst();
    return row?.ms ?? 0;
  };
  return { p50: await at(0.5), p95: await at(0.95) };
}

async function modelsOf(db: AppDatabase, range: TimeRange): Promise<ExchangeSummary['models']> {
  const rows = await factsIn(db, range)
    .where('decision', 'is not', null)
    .select(['model', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('model')
    .execute();
  const models: { model: string; exchanges: number; latency: Latency | undefined }[] = [];
  for (const { model, count } of rows) {
    if (model === null) continue;
    const exchanges = Number(count);
    models.push({ model, exchanges, latency: await latencyOf(db, range, exchanges, model) });
  }
  return models.toSorted((a, b) => b.exchanges - a.exchanges);
}

async function maskedOf(db: AppDatabase, { from, to }: TimeRange): Promise<ExchangeSummary['masked']> {
  const rows = await db
    .selectFrom('masked_facts')
    .where('at', '>=', from.toISOString())
    .where('at', '<', to.toISOString())
    .select(['type', ({ fn }) => fn.sum<number | string>('count').as('total')])
    .groupBy('type')
    .execute();
  return rows
    .map(({ type, total }) => ({ type, count: Number(total) }))
    .toSorted((a, b) => b.count - a.count);
}

async function failuresOf(db: AppDatabase, range: TimeRange): Promise<ExchangeSummary['failures']> {
  const rows = await factsIn(db, range)
    .where('code', 'is not', null)
    .select(['code', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('code')
    .execute();
  return rows
    .map(({ code, count }) => ({ code: code ?? '', count: Number(count) }))
    .toSorted((a, b) => b.count - a.count);
}

async function languagesOf(db: AppDatabase, range: TimeRange): Promise<ExchangeSummary['languages']> {
  const rows = await factsIn(db, range)
    .select(['language', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('language')
    .execute();
  return rows
    .map(({ language, count }) => ({ language, count: Number(count) }))
    .toSorted((a, b) => b.count - a.count);
}

async function ratingsOf(db: AppDatabase, { from, to }: TimeRange): Promise<ExchangeSummary['ratings']> {
  const rows = await db
    .selectFrom('rating_facts')
    .where('at', '>=', from.toISOString())
    .where('at', '<', to.toISOString())
    .select(['rating', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('rating')
    .execute();
  const countOf = (name: string): number => Number(rows.find(({ rating }) => rating === name)?.count ?? 0);
  return { up: countOf('up'), down: countOf('down') };
}
