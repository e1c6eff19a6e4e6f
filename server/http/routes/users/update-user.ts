import { z } from 'zod';
import { roles } from '../../../domain/principal.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { account, presentAccount } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';

const userChange = z
  .strictObject({
    /** All of them, also those the person keeps. */
    roles: z.array(z.enum(roles)).min(1).exactOptional(),
    /** The account stays for the log's sake; there is no way back. */
    disabled: z.literal(true).exactOptional(),
    password: z.string().exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'must change roles, disabled or password')
  .meta({ id: 'UserChange', description: 'What to change of a person. All of it is changed, or nothing.' });

export function updateUser({ identity, audit }: Services): Route {
  return defineRoute({
    method: 'patch',
    path: '/api/users/{id}',
    summary: 'Change the roles or the password of a person, or disable the account.',
    tag: 'People',
    permission: 'user:update',
    errors: 'api',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: userChange,
    status: 200,
    response: z.object({ user: account }),
    async handler({ params, body, principal }) {
      const user = await identity.users.update(params.id, body);
      await audit.recordEvent({
        type: 'user.updated',
        actor: principal,
        user: user.id,
        what: changed(body),
        ...(body.roles === undefined ? {} : { roles: user.roles }),
      });
      return { user: presentAccount(user) };
    },
  });
}

function changed(change: z.output<typeof userChange>): ('roles' | 'password' | 'disabled')[] {
  return (['roles', 'password', 'disabled'] as const).filter((field) => change[field] !== undefined);
}
