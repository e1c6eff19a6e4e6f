import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Alert, Latency, OutcomeCounts, Overview } from '../api/schema.ts';
import { type Range, untilNow } from './time-range.ts';

export type { Alert, Latency, OutcomeCounts, Overview };
export type Bucket = Overview['exchanges']['buckets'][number];

const REFRESH_MS = 30_000;

/** The figures of the time up to now. */
export function useOverview(range: Range): UseQueryResult<Overview> {
  return useQuery({
    queryKey: ['overview', range],
    queryFn: ({ signal }) => call('GET /api/insights/overview', { query: untilNow(range), signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
