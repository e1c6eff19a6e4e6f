import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';

/** Which page a list's route is asked for. */
export interface PageQuery {
  readonly limit: number;
  /** `next` of the page before; absent for the first. */
  readonly after?: string;
}

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** For lists that others change while one looks at them. */
export interface Freshness {
  /** Milliseconds after which the list is asked for again. */
  readonly refetchInterval?: number;
  readonly staleTime?: number;
}

/** How many rows a page holds. */
const LIMIT = 50;

/** The rows of a list that the server gives in pages: those of the first, then of each that is fetched. */
export function usePages<Row>(
  queryKey: readonly string[],
  fetchPage: (query: PageQuery, signal: AbortSignal) => Promise<RowPage<Row>>,
  freshness: Freshness = {},
): UseInfiniteQueryResult<readonly Row[]> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: LIMIT, ...(pageParam === '' ? {} : { after: pageParam }) }, signal),
    ...freshness,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    // While one types, what was found last stays until the next is there.
    placeholderData: keepPreviousData,
  });
}
