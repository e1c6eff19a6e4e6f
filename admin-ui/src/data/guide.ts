import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, callRaw, type ResponseOf } from '../api/client.ts';

export type Guide = ResponseOf<'GET /api/guide'>;
export type GuideStep = Guide['steps'][number]['id'];

/** Other pages change what is done, so it is asked for anew each time it is shown. */
export const guideQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: ({ signal }) => call('GET /api/guide', { signal }),
  staleTime: 0,
});

export function useGuide(): UseQueryResult<Guide> {
  return useQuery(guideQuery);
}

export function useSkipGuide(): UseMutationResult<unknown, Error, boolean> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (skipped: boolean) => callRaw('PUT /api/guide', { body: { skipped } }),
    onSuccess: () => client.invalidateQueries({ queryKey: guideQuery.queryKey }),
  });
}
