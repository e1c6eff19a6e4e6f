import {
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { AuditRequest, HoldScope, Operations } from '../api/schema.ts';
import { usePages } from './use-pages.ts';

export type { AuditRequest, HoldScope } from '../api/schema.ts';
export type Hold = ResponseOf<'GET /api/audit/holds'>['holds'][number];
export type RevealedContent = ResponseOf<'POST /api/audit/requests/{id}/content'>;
export type ErasureAsked = Operations['POST /api/audit/erasures']['body'];

const requestsKey = ['audit', 'requests'] as const;
/** Somebody else may ask or decide at any moment. */
const whileOthersDecide = { refetchInterval: 5_000, staleTime: 0 };
const holdsKey = ['audit', 'holds'] as const;

/** Requests that take a second person, the newest first. */
export function useAuditRequests(): UseInfiniteQueryResult<readonly AuditRequest[]> {
  return usePages(
    requestsKey,
    async (query, signal) => {
      const { requests, next } = await call('GET /api/audit/requests', { query, signal });
      return { rows: requests, next };
    },
    whileOthersDecide,
  );
}

export function useAuditRequest(id: string): UseQueryResult<AuditRequest> {
  return useQuery({
    ...whileOthersDecide,
    queryKey: [...requestsKey, id],
    queryFn: async ({ signal }) =>
      (await call('GET /api/audit/requests/{id}', { params: { id }, signal })).request,
  });
}

export function useHolds(): UseQueryResult<readonly Hold[]> {
  return useQuery({
    ...whileOthersDecide,
    queryKey: holdsKey,
    queryFn: async ({ signal }) => (await call('GET /api/audit/holds', { signal })).holds,
  });
}

/** What changes a request changes the lists as well. */
function useRequestMutation<T>(
  mutationFn: (input: T) => Promise<unknown>,
): UseMutationResult<unknown, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: async () => {
      await Promise.all([requestsKey, holdsKey].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

/** `reason`: 10 to 300 characters, on one line. */
export function useAskReveal(): UseMutationResult<unknown, Error, { entry: number; reason: string }> {
  return useRequestMutation((body) => call('POST /api/audit/reveals', { body }));
}

export function useAskErasure(): UseMutationResult<unknown, Error, ErasureAsked> {
  return useRequestMutation((body) => call('POST /api/audit/erasures', { body }));
}

export function useAskHold(): UseMutationResult<unknown, Error, { scope: HoldScope; reason: string }> {
  return useRequestMutation((body) => call('POST /api/audit/holds', { body }));
}

export function useAskRelease(): UseMutationResult<unknown, Error, { hold: string; reason: string }> {
  return useRequestMutation(({ hold, reason }) =>
    call('POST /api/audit/holds/{hold}/releases', { params: { hold }, body: { reason } }),
  );
}

export function useGrant(): UseMutationResult<unknown, Error, string> {
  return useRequestMutation((id) => call('POST /api/audit/requests/{id}/grant', { params: { id } }));
}

export function useRefuse(): UseMutationResult<unknown, Error, string> {
  return useRequestMutation((id) => call('POST /api/audit/requests/{id}/refuse', { params: { id } }));
}

/** Shows what an entry was about, which is recorded each time; the page forgets it as soon as it is left. */
export function useReveal(): UseMutationResult<RevealedContent, Error, string> {
  return useMutation({
    mutationFn: (id: string) => call('POST /api/audit/requests/{id}/content', { params: { id } }),
    gcTime: 0,
  });
}
