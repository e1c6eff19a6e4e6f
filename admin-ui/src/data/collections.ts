import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { Operations } from '../api/schema.ts';

export type CollectionList = ResponseOf<'GET /api/collections'>;
export type Collection = CollectionList['collections'][number];
export type CollectionDetail = ResponseOf<'GET /api/collections/{id}'>;
export type NewCollection = Operations['POST /api/collections']['body'];
export type CollectionChange = Operations['PATCH /api/collections/{id}']['body'];

export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;
export type Classification = (typeof classifications)[number];

export const maskings = ['at-use', 'in-store'] as const;
export type Masking = (typeof maskings)[number];

export const collectionsKey = ['collections'] as const;

const listQuery = queryOptions({
  queryKey: collectionsKey,
  queryFn: ({ signal }) => call('GET /api/collections', { signal }),
});

/** The collections that the signed-in person may know of. @throws Failure */
export function useCollections(): UseQueryResult<readonly Collection[]> {
  return useQuery({ ...listQuery, select: ({ collections }) => collections });
}

const POLL_MS = 2_000;

/** What the search index is about; asked again while it is not whole. */
export function useIndexState(): UseQueryResult<CollectionList['index']> {
  return useQuery({
    ...listQuery,
    select: ({ index }) => index,
    refetchInterval: ({ state }) => (state.data?.index.task === 'ready' ? false : POLL_MS),
  });
}

export function useCollection(id: string): UseQueryResult<CollectionDetail> {
  return useQuery({
    queryKey: [...collectionsKey, id],
    queryFn: ({ signal }) => call('GET /api/collections/{id}', { params: { id }, signal }),
  });
}

export function useCreateCollection(): UseMutationResult<
  ResponseOf<'POST /api/collections'>,
  Error,
  NewCollection
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCollection) => call('POST /api/collections', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: collectionsKey }),
  });
}

export interface CollectionUpdate {
  readonly id: string;
  readonly change: CollectionChange;
}

export function useUpdateCollection(): UseMutationResult<
  ResponseOf<'PATCH /api/collections/{id}'>,
  Error,
  CollectionUpdate
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: CollectionUpdate) =>
      call('PATCH /api/collections/{id}', { params: { id }, body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: collectionsKey }),
  });
}

/** Deletes a collection with everything in it; tells how many documents that were. */
export function useRemoveCollection(): UseMutationResult<
  ResponseOf<'DELETE /api/collections/{id}'>,
  Error,
  string
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /api/collections/{id}', { params: { id } }),
    onSuccess: async (_reply, id) => {
      client.removeQueries({ queryKey: ['documents', id] });
      await client.invalidateQueries({ queryKey: collectionsKey, exact: true });
    },
  });
}
