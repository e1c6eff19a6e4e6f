import type { MaskStatistics } from './mask-statistics.ts';

export const statisticsTables = ['types', 'profiles', 'times'] as const;
export type StatisticsTable = (typeof statisticsTables)[number];

type Row = readonly (string | number)[];

/**
 * One table of the statistics with its head, for a file. Times are RFC 3339 in UTC, and as the clocks of the zone show them.
 * @param zone IANA name
 */
export function statisticsTable(
  table: StatisticsTable,
  statistics: MaskStatistics,
  zone: string,
): readonly Row[] {
  switch (table) {
    case 'types':
      return [
        ['type', 'values', 'exchanges'],
        ...statistics.types.map(({ type, count, exchanges }) => [type, count, exchanges]),
      ];
    case 'profiles':
      return [
        ['profile', 'exchanges', 'values'],
        ...statistics.profiles.map(({ profile = '', exchanges, masked }) => [profile, exchanges, masked]),
      ];
    case 'times':
      return timesTable(statistics, zone);
    default:
      return table satisfies never;
  }
}

function timesTable({ buckets }: MaskStatistics, zone: string): readonly Row[] {
  const types = [...new Set(buckets.flatMap((bucket) => bucket.types.map(({ type }) => type)))].toSorted();
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return [
    ['from', `from (${zone})`, 'values', ...types, 'other types'],
    ...buckets.map(({ from, masked, types: counts }) => {
      const countOf = new Map(counts.map(({ type, count }) => [type, count]));
      const named = counts.reduce((sum, { count }) => sum + count, 0);
      return [
        from.toISOString(),
        local.format(from),
        masked,
        ...types.map((type) => countOf.get(type) ?? 0),
        masked - named,
      ];
    }),
  ];
}
