import { z } from 'zod';
import { toAppError } from '../../../errors.ts';
import { normalizeUsername } from '../../../identity/username.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentUser, userReply } from '../../presenters/user.ts';
import type { Services } from '../../services.ts';
import { setSessionCookie } from '../../session-cookie.ts';

export function login({ identity, audit, config, limits }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/auth/login',
    summary: 'Sign in; the session comes as a cookie.',
    tag: 'Sign-in',
    permission: 'public',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ username: z.string().min(1).max(128), password: z.string().min(1).max(1024) }),
    status: 200,
    response: userReply,
    async handler({ body, request, response }) {
      const address = request.ip ?? '';
      await limits.signInAddress.take(address);
      // By the stored form of the name: another spelling is another guess at the same account.
      await limits.signIn.take(`${address} ${normalizeUsername(body.username) ?? ''}`);
      const signedIn = await identity.sessions
        .signIn(body.username, body.password)
        .catch(async (error: unknown) => {
          await audit.recordEvent({ type: 'auth.failed', code: toAppError(error).code });
          throw error;
        });
      await audit.recordEvent({ type: 'auth.signed-in', user: signedIn.user.id });
      setSessionCookie(response, signedIn.token, signedIn.expiresAt, config.secureCookie);
      return { user: presentUser(signedIn.user) };
    },
  });
}
