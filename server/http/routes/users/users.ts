import { z } from 'zod';
import { roles } from '../../../domain/principal.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { account, presentAccount } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'People', errors: 'api', query: nothing } as const;
const oneAccount = z.object({ user: account });

export function listUsers({ identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/users',
    summary: 'Everybody who may sign in, or could before.',
    permission: 'user:list',
    bodyKind: 'none',
    params: nothing,
    body: nothing,
    status: 200,
    response: z.object({ users: z.array(account) }),
    handler: async () => ({ users: (await identity.users.list()).map(presentAccount) }),
  });
}

/** Names and passwords are held to the rules of server/identity. */
export function createUser({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/users',
    summary: 'Add a person.',
    permission: 'user:create',
    bodyKind: 'json',
    params: nothing,
    body: z.object({
      username: z.string(),
      displayName: z.string(),
      password: z.string(),
      roles: z.array(z.enum(roles)).min(1),
    }),
    status: 201,
    response: oneAccount,
    async handler({ body, principal }) {
      const user = await identity.users.create(body);
      await audit.recordEvent({ type: 'user.created', actor: principal, user: user.id, roles: user.roles });
      return { user: presentAccount(user) };
    },
  });
}
