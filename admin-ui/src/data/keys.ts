import {
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, callRaw, type ResponseOf } from '../api/client.ts';
import type { ListedApiKey } from '../api/schema.ts';
import type { Permission } from './session.ts';
import { usePages } from './use-pages.ts';

export type { ListedApiKey } from '../api/schema.ts';

const keysKey = ['api-keys'] as const;

/** Everybody's keys, the newest first. */
export function useApiKeys(): UseInfiniteQueryResult<readonly ListedApiKey[]> {
  return usePages(keysKey, async (query, signal) => {
    const { apiKeys, next } = await call('GET /api/api-keys', { query, signal });
    return { rows: apiKeys, next };
  });
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** Empty for all that the owner may use. */
  readonly models: readonly string[];
  /** Empty for all that the owner may use. */
  readonly collections: readonly string[];
  readonly expiresAt?: Date;
}

export type CreatedKey = ResponseOf<'POST /api/api-keys'>;

export function useCreateKey(): UseMutationResult<CreatedKey, Error, NewKey> {
  const client = useQueryClient();
  return useMutation({
    mutationFn({ name, scopes, models, collections, expiresAt }: NewKey) {
      const limits = { models: someOf(models), collections: someOf(collections) };
      return call('POST /api/api-keys', {
        body: {
          name,
          scopes: someOf(scopes) ?? none(),
          ...(limits.models === undefined ? {} : { models: limits.models }),
          ...(limits.collections === undefined ? {} : { collections: limits.collections }),
          ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
        },
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keysKey }),
  });
}

export function useRevokeKey(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callRaw('DELETE /api/api-keys/{id}', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keysKey }),
  });
}

/** Something to limit a key to. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Models and collections that the signed-in person sees, by name. */
export function useKeyLimits(): UseQueryResult<{ models: Choice[]; collections: Choice[] }> {
  return useQuery({
    queryKey: ['key-limits'],
    queryFn: async ({ signal }) => {
      const [{ models }, { collections }] = await Promise.all([
        call('GET /api/models', { signal }),
        call('GET /api/collections', { signal }),
      ]);
      return {
        models: models.map(({ id, title }) => ({ value: id, label: title })),
        collections: collections.map(({ id, name }) => ({ value: id, label: name })),
      };
    },
  });
}

function someOf<T>(items: readonly T[]): [T, ...T[]] | undefined {
  const [first, ...rest] = items;
  return first === undefined ? undefined : [first, ...rest];
}

function none(): never {
  throw new TypeError('a key has at least one scope');
}
