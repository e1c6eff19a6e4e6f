import { keepPreviousData, useQueries, type UseQueryResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';

export type SearchReply = ResponseOf<'POST /api/search'>;
export type SearchHit = SearchReply['hits'][number];

/** The ways of searching, as the playground shows them beside each other. */
export const searchModes = ['text', 'vector', 'hybrid'] as const;
export type SearchMode = (typeof searchModes)[number];

export interface SearchRequest {
  readonly query: string;
  /** Ids; none means all that the person may read. */
  readonly collections: readonly string[];
  readonly limit: number;
}

/** The same query in every mode, each hit with where it stands in the others. In the order of `searchModes`. */
export function useSearches({ query, collections, limit }: SearchRequest): UseQueryResult<SearchReply>[] {
  return useQueries({
    queries: searchModes.map((mode) => ({
      queryKey: ['search', mode, query, collections, limit],
      enabled: query.trim() !== '',
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call('POST /api/search', {
          body: {
            query,
            mode,
            limit,
            explain: true,
            ...(collections.length === 0 ? {} : { collections: [...collections] }),
          },
          signal,
        }),
      placeholderData: keepPreviousData<SearchReply>,
    })),
  });
}
