import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { addressOf, call, type ResponseOf } from '../api/client.ts';
import { type Range, untilNow } from './time-range.ts';

export type MaskStatistics = ResponseOf<'GET /api/redaction/statistics'>;

/** What was masked in the time up to now. */
export function useMaskStatistics(range: Range): UseQueryResult<MaskStatistics> {
  return useQuery({
    queryKey: ['redaction', 'statistics', range],
    queryFn: ({ signal }) => call('GET /api/redaction/statistics', { query: untilNow(range), signal }),
    placeholderData: keepPreviousData,
  });
}

export const statisticsTables = ['types', 'times', 'profiles'] as const;
export type StatisticsTable = (typeof statisticsTables)[number];

/** Where one of the tables is had as CSV. */
export function statisticsAddress(table: StatisticsTable, range: Range): string {
  return addressOf('GET /api/redaction/statistics/export', { query: { ...untilNow(range), table } });
}
