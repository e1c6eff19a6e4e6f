import type { AppDatabase } from '../db/database.ts';
import { type BucketUnit, type TimeRange, timeBuckets, unitFor } from './time-buckets.ts';

export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

/** What was masked in the answered exchanges of a time: numbers by type, day and profile, never a value. */
export interface MaskStatistics {
  readonly unit: BucketUnit;
  readonly exchanges: number;
  readonly masked: number;
  /** Most first. `exchanges`: in how many of them the type was found. */
  readonly types: readonly (TypeCount & { readonly exchanges: number })[];
  /** Most exchanges first; `profile` is undefined for those of which it was not kept. */
  readonly profiles: readonly {
    readonly profile: string | undefined;
    readonly exchanges: number;
    readonly masked: number;
  }[];
  /** Of each piece of the time, all that was masked, and the share of the most frequent types of the whole time. */
  readonly buckets: readonly {
    readonly from: Date;
    readonly masked: number;
    readonly types: readonly TypeCount[];
  }[];
}

/** Types that are told apart over time; more would be neither read in a chart nor small to send. */
export const MOST_SERIES = 8;

/** Counts with indexes on time; each piece of the range is a question of its own, so that days are a zone's days. */
export async function readMaskStatistics(
  db: AppDatabase,
  range: TimeRange,
  zone: string,
): Promise<MaskStatistics> {
  const unit = unitFor(range);
  const types = await typesOf(db, range);
  const frequent = new Set(types.slice(0, MOST_SERIES).map(({ type }) => type));
  const buckets: MaskStatistics['buckets'][number][] = [];
  for (const bucket of timeBuckets(range, unit, zone)) {
    const counts = types.length === 0 ? [] : await typesOf(db, bucket);
    buckets.push({
      from: bucket.from,
      masked: sumOf(counts),
      types: counts.filter(({ type }) => frequent.has(type)).map(({ type, count }) => ({ type, count })),
    });
  }
  const profiles = await profilesOf(db, range);
  return {
    unit,
    exchanges: profiles.reduce((sum, { exchanges }) => sum + exchanges, 0),
    masked: sumOf(types),
    types,
    profiles,
    buckets,
  };
}

async function typesOf(db: AppDatabase, { from, to }: TimeRange): Promise<MaskStatistics['types']> {
  const rows = await db
    .selectFrom('masked_facts')
    .where('at', '>=', from.toISOString())
    .where('at', '<', to.toISOString())
    .select(({ fn }) => [
      'type',
      fn.sum<number | string>('count').as('total'),
      fn.countAll<number | string>().as('exchanges'),
    ])
    .groupBy('type')
    .execute();
  return rows
    .map(({ type, total, exchanges }) => ({ type, count: Number(total), exchanges: Number(exchanges) }))
    .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

async function profilesOf(db: AppDatabase, { from, to }: TimeRange): Promise<MaskStatistics['profiles']> {
  const answered = db
    .selectFrom('exchange_facts')
    .where('exchange_facts.at', '>=', from.toISOString())
    .where('exchange_facts.at', '<', to.toISOString())
    .where('decision', 'is not', null)
    .groupBy('mask_profile');
  const exchanges = await answered
    .select(({ fn }) => ['mask_profile', fn.countAll<number | string>().as('exchanges')])
    .execute();
  const values = await answered
    .innerJoin('masked_facts', 'masked_facts.fact_id', 'exchange_facts.id')
    .select(({ fn }) => ['mask_profile', fn.sum<number | string>('count').as('masked')])
    .execute();
  const masked = new Map(values.map((row) => [row.mask_profile, Number(row.masked)]));
  return exchanges
    .map((row) => ({
      profile: row.mask_profile ?? undefined,
      exchanges: Number(row.exchanges),
      masked: masked.get(row.mask_profile) ?? 0,
    }))
    .toSorted((a, b) => b.exchanges - a.exchanges);
}

function sumOf(counts: readonly TypeCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
