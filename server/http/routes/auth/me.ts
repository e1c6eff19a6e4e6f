import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentPrincipal, userReply } from '../../presenters/user.ts';

export function me(): Route {
  return defineRoute({
    method: 'get',
    path: '/api/auth/me',
    summary: 'Who is signed in.',
    tag: 'Sign-in',
    permission: 'session:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: userReply,
    handler: ({ principal }) => Promise.resolve({ user: presentPrincipal(principal) }),
  });
}
