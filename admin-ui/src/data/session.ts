import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import { Failure } from '../api/failure.ts';
import { keepChoice, readChoice } from '../state/stored-choice.ts';

export type SessionUser = ResponseOf<'GET /api/auth/me'>['user'];
export type Permission = SessionUser['permissions'][number];

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export const sessionKey = ['session'] as const;

/** Whether a session has just ended on its own. */
export const sessionEndedKey = ['session-ended'] as const;

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }) => loadSession(signal),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
});

/** The signed-in person. Only pages inside the frame use it, and the frame stands only while somebody is signed in. */
export function useUser(): SessionUser {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data === null) throw new Failure('session');
  return data;
}

/** Whether the signed-in person may do this at all. The server decides again on each object. */
export function useMay(permission: Permission): boolean {
  return useUser().permissions.includes(permission);
}

export function useSignIn(): UseMutationResult<SessionUser, Error, Credentials> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn(credentials: Credentials) {
      await call('POST /api/auth/login', { body: { ...credentials } });
      const { user } = await call('GET /api/auth/me');
      return user;
    },
    onSuccess(user) {
      // Someone else at the same screen must not see what stands in the cache.
      if (readChoice('last-user') !== user.id) forgetPages(client);
      keepChoice('last-user', user.id);
      client.removeQueries({ queryKey: sessionEndedKey });
      client.setQueryData(sessionKey, user);
    },
  });
}

/** Ends the session; one that is already gone is fine. Forgets everything that was loaded. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn() {
      await call('POST /api/auth/logout').catch(ignoreEnded);
    },
    onSuccess() {
      forgetPages(client);
      client.removeQueries({ queryKey: sessionEndedKey });
      client.setQueryData(sessionKey, null);
    },
  });
}

/** Drops all that pages have loaded. The session itself stays: the frame listens to it. */
function forgetPages(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

async function loadSession(signal: AbortSignal): Promise<SessionUser | null> {
  try {
    return (await call('GET /api/auth/me', { signal })).user;
  } catch (error) {
    if (error instanceof Failure && error.kind === 'session') return null;
    throw error;
  }
}

function ignoreEnded(error: unknown): void {
  if (!(error instanceof Failure && error.kind === 'session')) throw error;
}
