import {
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  type InfiniteData,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { addressOf, call, type ResponseOf } from '../api/client.ts';
import { Failure } from '../api/failure.ts';
import type { Operations } from '../api/schema.ts';
import { collectionsKey } from './collections.ts';

export type DocumentPage = ResponseOf<'GET /api/collections/{id}/documents'>;
export type ListedDocument = DocumentPage['documents'][number];
export type DocumentDetail = ResponseOf<'GET /api/documents/{id}'>;
export type ChunkPage = ResponseOf<'GET /api/documents/{id}/chunks'>;
export type Chunk = ChunkPage['chunks'][number];

export const documentSorts = ['title', 'source', 'language', 'bytes', 'chunks', 'updatedAt'] as const;
export type DocumentSort = (typeof documentSorts)[number];

/** What the list may be narrowed to. */
export const documentFilters = ['current', 'not-yet-effective', 'expired', 'duplicate', 'flagged'] as const;
export type DocumentFilter = (typeof documentFilters)[number];

export interface DocumentQuery {
  readonly search: string;
  readonly filter: DocumentFilter | undefined;
  readonly sort: DocumentSort;
  readonly order: 'asc' | 'desc';
  /** 1 for the first. */
  readonly page: number;
}

/** Documents on one page of the list. */
export const PAGE_SIZE = 50;
/** Chunks that are read at once. */
const CHUNKS = 100;

export const documentsKey = (collection: string): readonly string[] => ['documents', collection];

export function useDocuments(collection: string, query: DocumentQuery): UseQueryResult<DocumentPage> {
  const { search, filter, sort, order, page } = query;
  return useQuery({
    queryKey: [...documentsKey(collection), query],
    queryFn: ({ signal }) =>
      call('GET /api/collections/{id}/documents', {
        params: { id: collection },
        query: {
          sort,
          order,
          offset: (page - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
          ...(search === '' ? {} : { search }),
          ...(filter === undefined ? {} : { filter }),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function useDocument(id: string): UseQueryResult<DocumentDetail> {
  return useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => call('GET /api/documents/{id}', { params: { id }, signal }),
  });
}

/** What a link to a document points at. */
export interface ChunkPlace {
  readonly chunk?: string | undefined;
  readonly quote?: string | undefined;
}

/** Where the linked passage stands; `at` is absent when the document has it no more. */
export function useChunkPlace(id: string, { chunk, quote }: ChunkPlace): UseQueryResult<ChunkPage> {
  return useQuery({
    queryKey: ['document', id, 'place', chunk, quote],
    queryFn: ({ signal }) =>
      call('GET /api/documents/{id}/chunks', {
        params: { id },
        query: {
          limit: 1,
          ...(chunk === undefined ? {} : { chunk }),
          ...(quote === undefined ? {} : { quote }),
        },
        signal,
      }),
  });
}

/** The text of a document around a place, continued in both directions. */
export function useChunks(id: string, at: number): UseInfiniteQueryResult<InfiniteData<ChunkPage, number>> {
  return useInfiniteQuery({
    queryKey: ['document', id, 'chunks', Math.floor(at / CHUNKS)],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/documents/{id}/chunks', {
        params: { id },
        query: { from: pageParam, limit: CHUNKS },
        signal,
      }),
    ...pagesAround(at),
  });
}

interface TextPages {
  readonly initialPageParam: number;
  readonly getNextPageParam: (
    last: { readonly total: number },
    all: unknown,
    from: number,
  ) => number | undefined;
  readonly getPreviousPageParam: (first: unknown, all: unknown, from: number) => number | undefined;
}

/** Pages of passages, beginning with the one that holds a place. */
function pagesAround(at: number): TextPages {
  return {
    initialPageParam: Math.floor(at / CHUNKS) * CHUNKS,
    getNextPageParam: (last, _all, from) => (from + CHUNKS < last.total ? from + CHUNKS : undefined),
    getPreviousPageParam: (_first, _all, from) => (from > 0 ? from - CHUNKS : undefined),
  };
}

export type DocumentVersion = ResponseOf<'GET /api/documents/{id}/versions'>['versions'][number];

/** The versions that were replaced and are kept, newest first. */
export function useVersions(id: string): UseQueryResult<readonly DocumentVersion[]> {
  return useQuery({
    queryKey: ['document', id, 'versions'],
    queryFn: async ({ signal }) =>
      (await call('GET /api/documents/{id}/versions', { params: { id }, signal })).versions,
  });
}

export type VersionPage = ResponseOf<'GET /api/documents/{id}/versions/{version}'>;

/** Where the passage of an old citation stands in a replaced version; `at` is absent when it has none of that id. */
export function useVersionPlace(
  id: string,
  version: number,
  chunk: string | undefined,
): UseQueryResult<VersionPage> {
  return useQuery({
    queryKey: ['document', id, 'versions', version, 'place', chunk],
    queryFn: ({ signal }) =>
      call('GET /api/documents/{id}/versions/{version}', {
        params: { id, version },
        query: { limit: 1, ...(chunk === undefined ? {} : { chunk }) },
        signal,
      }),
  });
}

/** The text of a replaced version around a place, continued in both directions. */
export function useVersionText(
  id: string,
  version: number,
  at: number,
): UseInfiniteQueryResult<InfiniteData<VersionPage, number>> {
  return useInfiniteQuery({
    queryKey: ['document', id, 'versions', version, 'chunks', Math.floor(at / CHUNKS)],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/documents/{id}/versions/{version}', {
        params: { id, version },
        query: { from: pageParam, limit: CHUNKS },
        signal,
      }),
    ...pagesAround(at),
  });
}

export type DocumentChange = Operations['PATCH /api/documents/{id}']['body'];

/** Changes title, readers, classification, owner or dates; it applies at once. */
export function useUpdateDocument(
  id: string,
  collection: string,
): UseMutationResult<DocumentDetail, Error, DocumentChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DocumentChange) => call('PATCH /api/documents/{id}', { params: { id }, body }),
    async onSuccess(detail) {
      client.setQueryData(['document', id], detail);
      await Promise.all([
        client.invalidateQueries({ queryKey: documentsKey(collection) }),
        client.invalidateQueries({ queryKey: collectionsKey }),
      ]);
    },
  });
}

/** Where the original of a document is downloaded from. */
export function originalAddress(id: string): string {
  return addressOf('GET /api/documents/{id}/original', { params: { id } });
}

/** Deletes documents one after the other; one that is gone already is fine. */
export function useRemoveDocuments(collection: string): UseMutationResult<void, Error, readonly string[]> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn(ids: readonly string[]) {
      for (const id of ids) {
        await call('DELETE /api/documents/{id}', { params: { id } }).catch(ignoreGone);
      }
    },
    async onSettled() {
      await Promise.all([
        client.invalidateQueries({ queryKey: documentsKey(collection) }),
        client.invalidateQueries({ queryKey: collectionsKey }),
      ]);
    },
  });
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof Failure && error.kind === 'invalid')) throw error;
}
