import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { Account, UserChange } from '../api/schema.ts';
import type { Permission } from './session.ts';
import { usePages } from './use-pages.ts';

export type { Account } from '../api/schema.ts';
export type Role = Account['roles'][number];

/** In the order in which they are shown. */
export const roleOrder: readonly Role[] = [
  'member',
  'agent',
  'supervisor',
  'knowledge-editor',
  'administrator',
  'auditor',
  'privacy-officer',
];

export interface NewPerson {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

const peopleKey = ['people'] as const;

/** People whose name or user name holds `search`, page by page. */
export function usePeople(search: string): UseInfiniteQueryResult<readonly Account[]> {
  return usePages([...peopleKey, search], async (page, signal) => {
    const query = { ...page, ...(search === '' ? {} : { search }) };
    const { users, next } = await call('GET /api/users', { query, signal });
    return { rows: users, next };
  });
}

export function useInvite(): UseMutationResult<Account, Error, NewPerson> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ roles, ...person }: NewPerson) {
      const { user } = await call('POST /api/users', { body: { ...person, roles: nonEmpty(roles) } });
      return user;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: peopleKey }),
  });
}

export interface PersonChange extends Omit<UserChange, 'roles'> {
  readonly id: string;
  readonly roles?: readonly Role[];
}

export function useChangePerson(): UseMutationResult<Account, Error, PersonChange> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ id, roles, ...change }: PersonChange) {
      const body = { ...change, ...(roles === undefined ? {} : { roles: nonEmpty(roles) }) };
      return (await call('PATCH /api/users/{id}', { params: { id }, body })).user;
    },
    // Sessions and keys go with the person, and one's own permissions may be what has changed.
    onSuccess: () => client.invalidateQueries(),
  });
}

/** What these roles permit on the product as a whole; `api-key`: what a key of theirs could do at most. */
export function usePermitted(
  roles: readonly Role[],
  kind: 'user' | 'api-key' = 'user',
): UseQueryResult<readonly Permission[]> {
  return useQuery({
    queryKey: ['permitted', kind, ...roles.toSorted()],
    queryFn: async ({ signal }) => {
      const body = { roles: [...roles], kind };
      return (await call('POST /api/policies/permissions', { body, signal })).permissions;
    },
    placeholderData: keepPreviousData,
  });
}

/** How much a person has open: at most a hundred of each are counted. */
export async function countOpen(userId: string): Promise<{ sessions: number; keys: number }> {
  const [sessions, keys]: [ResponseOf<'GET /api/sessions'>, ResponseOf<'GET /api/api-keys'>] =
    await Promise.all([
      call('GET /api/sessions', { query: { user: userId } }),
      call('GET /api/api-keys', { query: { owner: userId } }),
    ]);
  return {
    sessions: sessions.sessions.length,
    keys: keys.apiKeys.filter(({ state }) => state === 'active').length,
  };
}

function nonEmpty(roles: readonly Role[]): [Role, ...Role[]] {
  const [first, ...rest] = roles;
  if (first === undefined) throw new TypeError('a person has at least one role');
  return [first, ...rest];
}
