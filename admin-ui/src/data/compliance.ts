import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import { startOfDay, startOfNextDay } from './days.ts';

/** Days of the person's zone as `YYYY-MM-DD`, both included. */
interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** What the entries of these days show. Each question is an entry of the log, so it is never repeated by itself. */
export function useCompliance({ from, to }: Days): UseQueryResult<ResponseOf<'GET /api/audit/compliance'>> {
  return useQuery({
    queryKey: ['audit', 'compliance', from, to],
    queryFn: ({ signal }) =>
      call('GET /api/audit/compliance', {
        query: {
          ...(from === undefined ? {} : { from: startOfDay(from).toISOString() }),
          ...(to === undefined ? {} : { to: startOfNextDay(to).toISOString() }),
        },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });
}
