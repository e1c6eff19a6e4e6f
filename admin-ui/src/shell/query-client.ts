import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toFailure } from '../api/failure.ts';
import { sessionEndedKey, sessionKey } from '../data/session.ts';

/** Failures that trying again can mend. */
const passing = new Set(['network', 'unavailable']);

/** A request that finds no session any more shows the sign-in, whichever page made it. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => endSession(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => endSession(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && passing.has(toFailure(error).kind),
      },
      mutations: { retry: false },
    },
  });
  return client;
}

function endSession(client: QueryClient, error: unknown): void {
  if (toFailure(error).kind !== 'session') return;
  if (!client.getQueryData(sessionKey)) return;
  client.setQueryData(sessionEndedKey, true);
  client.setQueryData(sessionKey, null);
}
