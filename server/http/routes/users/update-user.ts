import { z } from 'zod';
import { roles } from '../../../domain/principal.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { account, presentAccount } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';

const userChange = z
  .strictObject({
    /** All of them, also those the person keeps. */
    roles: z.array(z.enum(roles)).min(1).optional(),
    displayName: z.string().optional(),
    /** True ends the sessions and stops the keys; the account stays for the log's sake. False makes it usable again. */
    disabled: z.boolean().optional(),
    password: z.string().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'must change roles, displayName, disabled or password')
  .meta({ id: 'UserChange', description: 'What to change of a person. All of it is changed, or nothing.' });

export function updateUser({ identity, audit }: Services): Route {
  return defineRoute({
    method: 'patch',
    path: '/api/users/{id}',
    summary:
      'Change the roles, the name or the password of a person, disable the account or enable it again.',
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

type Changed = 'roles' | 'name' | 'password' | 'disabled' | 'enabled';

function changed({ roles: held, displayName, password, disabled }: z.output<typeof userChange>): Changed[] {
  return [
    ...(held === undefined ? [] : (['roles'] as const)),
    ...(displayName === undefined ? [] : (['name'] as const)),
    ...(password === undefined ? [] : (['password'] as const)),
    ...(disabled === undefined ? [] : ([disabled ? 'disabled' : 'enabled'] as const)),
  ];
}
