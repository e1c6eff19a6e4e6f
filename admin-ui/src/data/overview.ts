import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Alert, Latency, OutcomeCounts, Overview } from '../api/schema.ts';

export type { Alert, Latency, OutcomeCounts, Overview };
export type Bucket = Overview['exchanges']['buckets'][number];

export const ranges = ['day', 'week', 'month', 'year'] as const;
export type Range = (typeof ranges)[number];

const DAY_MS = 86_400_000;
const lengths: Readonly<Record<Range, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
};
const REFRESH_MS = 30_000;

/** The figures of the time up to now, counted by the days and hours of the person's zone. */
export function useOverview(range: Range): UseQueryResult<Overview> {
  return useQuery({
    queryKey: ['overview', range],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - lengths[range]).toISOString();
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      return call('GET /api/insights/overview', { query: { from, zone }, signal });
    },
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
