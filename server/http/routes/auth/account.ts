import { z } from 'zod';
import { AppError, toAppError } from '../../../errors.ts';
import type { Identity } from '../../../identity/identity.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';
import { readSessionCookie } from '../../session-cookie.ts';

const common = {
  tag: 'Own account',
  permission: 'account:update',
  errors: 'api',
  bodyKind: 'json',
  params: nothing,
  query: nothing,
  status: 204,
  response: z.undefined(),
} as const;

export function renameMyself({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'patch',
    path: '/api/auth/me',
    summary: 'Change the caller’s own name.',
    body: z.strictObject({ displayName: z.string() }),
    async handler({ body, principal }) {
      await identity.users.update(principal.id, body);
      await audit.recordEvent({
        type: 'user.updated',
        actor: principal,
        user: principal.id,
        what: ['name'],
      });
      return undefined;
    },
  });
}

export function changeOwnPassword({ identity, audit, limits }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/auth/password',
    summary: 'Change the caller’s own password; the caller’s other sessions end.',
    body: z.strictObject({ current: z.string().min(1).max(1024), next: z.string().max(1024) }),
    async handler({ body, principal, request }) {
      // Whoever finds an open session must not try passwords faster than at the door.
      await limits.signIn.take(`password ${principal.id}`);
      const session = await currentSession(identity, readSessionCookie(request));
      await identity.accounts
        .changePassword(principal.id, { ...body, session })
        .catch(async (error: unknown) => {
          const { code } = toAppError(error);
          if (code === 'ERR_IDENTITY_CREDENTIALS') await audit.recordEvent({ type: 'auth.failed', code });
          throw error;
        });
      await audit.recordEvent({
        type: 'user.updated',
        actor: principal,
        user: principal.id,
        what: ['password'],
      });
      return undefined;
    },
  });
}

async function currentSession({ sessions }: Identity, token: string | undefined): Promise<string> {
  const id = token === undefined ? undefined : await sessions.current(token);
  if (id !== undefined) return id;
  throw new AppError('ERR_IDENTITY_UNAUTHENTICATED', 'The session has ended. Sign in again.', {
    status: 401,
  });
}
