import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';
import { clearSessionCookie, readSessionCookie } from '../../session-cookie.ts';

export function logout({ identity, audit, config }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/auth/logout',
    summary: 'End this session.',
    tag: 'Sign-in',
    permission: 'session:end',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 204,
    response: z.undefined(),
    async handler({ principal, request, response }) {
      const token = readSessionCookie(request);
      if (token !== undefined) await identity.sessions.signOut(token);
      await audit.recordEvent({ type: 'auth.signed-out', user: principal.id });
      clearSessionCookie(response, config.secureCookie);
      return undefined;
    },
  });
}
