import {
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, callRaw } from '../api/client.ts';
import type { OwnSession, Session } from '../api/schema.ts';
import { usePages } from './use-pages.ts';

export type { OwnSession, Session } from '../api/schema.ts';

const sessionsKey = ['sessions'] as const;
const ownKey = ['own-sessions'] as const;

/** Who is signed in, the newest first. */
export function useSessions(): UseInfiniteQueryResult<readonly Session[]> {
  return usePages(sessionsKey, async (query, signal) => {
    const { sessions, next } = await call('GET /api/sessions', { query, signal });
    return { rows: sessions, next };
  });
}

export function useEndSession(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callRaw('DELETE /api/sessions/{id}', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
}

/** Ends all sessions of a person. */
export function useEndSessionsOf(): UseMutationResult<{ ended: number }, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /api/users/{id}/sessions', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
}

export function useOwnSessions(): UseQueryResult<readonly OwnSession[]> {
  return useQuery({
    queryKey: ownKey,
    queryFn: async ({ signal }) => (await call('GET /api/auth/sessions', { signal })).sessions,
  });
}

export function useEndOwnSession(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callRaw('DELETE /api/auth/sessions/{id}', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownKey }),
  });
}

export function useEndOtherSessions(): UseMutationResult<{ ended: number }, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /api/auth/sessions'),
    onSuccess: () => client.invalidateQueries({ queryKey: ownKey }),
  });
}
