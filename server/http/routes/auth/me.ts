import { z } from 'zod';
import type { Principal } from '../../../domain/principal.ts';
import { type GrantablePermission, grantablePermissions } from '../../../policy/permissions.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentPrincipal, sessionUser } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';

/** An interface shows what is permitted; every route decides again. */
export function me({ policies }: Services): Route {
  const permitted = (principal: Principal): GrantablePermission[] =>
    grantablePermissions.filter((action) => policies.decide({ principal, action }).allowed);
  return defineRoute({
    method: 'get',
    path: '/api/auth/me',
    summary: 'Who is signed in, and what this caller may do.',
    tag: 'Sign-in',
    permission: 'session:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ user: sessionUser }),
    handler: ({ principal }) =>
      Promise.resolve({ user: { ...presentPrincipal(principal), permissions: permitted(principal) } }),
  });
}
