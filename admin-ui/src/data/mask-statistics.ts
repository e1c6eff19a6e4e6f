import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
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
