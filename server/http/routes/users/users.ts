import { z } from 'zod';
import { roles } from '../../../domain/principal.ts';
import { pageLimit } from '../../paging.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { account, presentAccount } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'People', errors: 'api' } as const;
const oneAccount = z.object({ user: account });

export function listUsers({ identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/users',
    summary: 'Everybody who may sign in, or could before, by user name.',
    permission: 'user:list',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      /** A part of the name or of the user name. */
      search: z.string().max(200).optional(),
      /** `next` of the page before. */
      after: z.string().max(200).optional(),
      limit: pageLimit,
    }),
    body: nothing,
    status: 200,
    response: z.object({ users: z.array(account), next: z.string().optional() }),
    async handler({ query }) {
      const { users, next } = await identity.users.page(query);
      return { users: users.map(presentAccount), ...(next === undefined ? {} : { next }) };
    },
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
    query: nothing,
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
