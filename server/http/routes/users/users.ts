import { z } from 'zod';
import { roles } from '../../../domain/principal.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentUser, userReply } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';

const common = { path: '/api/users', tag: 'People', errors: 'api', params: nothing, query: nothing } as const;

export function listUsers({ identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    summary: 'Everybody who may sign in.',
    permission: 'user:list',
    bodyKind: 'none',
    body: nothing,
    status: 200,
    response: z.object({ users: z.array(userReply.shape.user) }),
    handler: async () => ({ users: (await identity.users.list()).map(presentUser) }),
  });
}

export function createUser({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    summary: 'Add a person.',
    permission: 'user:create',
    bodyKind: 'json',
    body: z.object({
      username: z
        .string()
        .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'must be 2 to 64 lower-case letters, digits, dots or dashes'),
      displayName: z.string().min(1).max(200),
      password: z.string().min(12).max(1024),
      roles: z.array(z.enum(roles)).min(1),
    }),
    status: 201,
    response: userReply,
    async handler({ body, principal }) {
      const user = await identity.users.create(body);
      await audit.recordEvent({ type: 'user.created', actor: principal, user: user.id, roles: user.roles });
      return { user: presentUser(user) };
    },
  });
}
