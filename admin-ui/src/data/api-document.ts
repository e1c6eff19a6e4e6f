import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../api/client.ts';

/** The OpenAPI document of this server. It does not change while the page is open. */
export function useApiDocument(): UseQueryResult<Readonly<Record<string, unknown>>> {
  return useQuery({
    queryKey: ['api-document'],
    queryFn: ({ signal }) => call('GET /openapi.json', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
