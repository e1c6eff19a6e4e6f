import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { addressOf, call, type ResponseOf } from '../api/client.ts';
import type { AuditEntry, AuditEntryDetail, Operations } from '../api/schema.ts';

export type AuditFilters = Operations['POST /api/audit/searches']['body'];
export type AuditState = ResponseOf<'GET /api/audit/state'>;
export type AuditSearch = ResponseOf<'POST /api/audit/searches'>;
export type ExportFormat = NonNullable<NonNullable<Operations['GET /api/audit/export']['query']>['format']>;
export type { AuditEntry, AuditEntryDetail };

const stateKey = ['audit', 'state'] as const;

/** How the log stands. Asked again every second while a verification is under way. */
export function useAuditState(): UseQueryResult<AuditState> {
  return useQuery({
    queryKey: stateKey,
    queryFn: ({ signal }) => call('GET /api/audit/state', { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 1000 : 30_000),
  });
}

export function isUnderWay(state: AuditState | undefined): boolean {
  return state?.task?.state === 'queued' || state?.task?.state === 'running';
}

/** Starts a verification as a job, which goes on without this page. */
export function useVerifyAudit(): UseMutationResult<unknown, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('POST /api/audit/verifications'),
    onSuccess: () => client.invalidateQueries({ queryKey: stateKey }),
  });
}

/** Records that somebody looks, and says how many entries fit. Every search is an entry, so it is never repeated by itself. */
export function useAuditSearch(filters: AuditFilters): UseQueryResult<AuditSearch> {
  return useQuery({
    queryKey: ['audit', 'search', filters],
    queryFn: ({ signal }) => call('POST /api/audit/searches', { body: filters, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** Entries asked for at once. */
export const ENTRIES_PER_PAGE = 100;

/** The pages of a search, newest first, by page number; undefined while one is on its way. */
export function useAuditPages(
  search: number,
  pages: readonly number[],
): ReadonlyMap<number, readonly AuditEntry[]> {
  const results = useQueries({
    queries: pages.map((page) =>
      queryOptions({
        queryKey: ['audit', 'page', search, page],
        queryFn: ({ signal }) => loadPage(search, page, signal),
        staleTime: Number.POSITIVE_INFINITY,
      }),
    ),
  });
  return new Map(
    results.flatMap(({ data }, index) => {
      const page = pages[index];
      return data === undefined || page === undefined ? [] : [[page, data] as const];
    }),
  );
}

async function loadPage(search: number, page: number, signal: AbortSignal): Promise<readonly AuditEntry[]> {
  const query = { order: 'newest', offset: page * ENTRIES_PER_PAGE, limit: ENTRIES_PER_PAGE } as const;
  const { entries } = await call('GET /api/audit/searches/{search}/entries', {
    params: { search },
    query,
    signal,
  });
  return entries;
}

export function useAuditEntry(seq: number): UseQueryResult<AuditEntryDetail> {
  return useQuery({
    queryKey: ['audit', 'entry', seq],
    queryFn: ({ signal }) => call('GET /api/audit/entries/{seq}', { params: { seq }, signal }),
    staleTime: 60_000,
  });
}

export const checkpointAddress = addressOf('GET /api/audit/checkpoint');
export const checkpointPictureAddress = addressOf('GET /api/audit/checkpoint/qr');

export function proofAddress(seq: number): string {
  return addressOf('GET /api/audit/proofs/{seq}', { params: { seq } });
}

export function exportAddress(format: ExportFormat, filters: AuditFilters): string {
  return addressOf('GET /api/audit/export', { query: { ...filters, format } });
}
