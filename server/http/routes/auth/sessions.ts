import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { ownSession, presentOwnSession } from '../../presenters/session.ts';
import type { Services } from '../../services.ts';
import { readSessionCookie } from '../../session-cookie.ts';

const common = {
  tag: 'Own account',
  errors: 'api',
  bodyKind: 'none',
  query: nothing,
  body: nothing,
} as const;

/** More than anybody has within the absolute limit of a session without a program that signs in. */
const MOST_SHOWN = 100;

export function listMySessions({ identity: { sessions } }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/auth/sessions',
    summary: 'The caller’s own sessions, the newest first: at most a hundred.',
    permission: 'session:read',
    params: nothing,
    status: 200,
    response: z.object({ sessions: z.array(ownSession) }),
    async handler({ principal, request }) {
      const token = readSessionCookie(request);
      const current = token === undefined ? undefined : await sessions.current(token);
      const page = await sessions.page({ userId: principal.id, limit: MOST_SHOWN });
      return { sessions: page.sessions.map((session) => presentOwnSession(session, current)) };
    },
  });
}

export function endMySession({ identity: { sessions }, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/auth/sessions/{id}',
    summary: 'End one of the caller’s own sessions.',
    permission: 'session:end',
    params: z.object({ id: z.string() }),
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      await sessions.end(params.id, principal.id);
      await audit.recordEvent({ type: 'sessions.ended', actor: principal, user: principal.id, sessions: 1 });
      return undefined;
    },
  });
}

export function endMyOtherSessions({ identity: { sessions }, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/auth/sessions',
    summary: 'End all of the caller’s own sessions but the one that asks.',
    permission: 'session:end',
    params: nothing,
    status: 200,
    response: z.object({ ended: z.int() }),
    async handler({ principal, request }) {
      const token = readSessionCookie(request);
      const current = token === undefined ? undefined : await sessions.current(token);
      const ended = await sessions.signOutUser(principal.id, current);
      await audit.recordEvent({
        type: 'sessions.ended',
        actor: principal,
        user: principal.id,
        sessions: ended,
      });
      return { ended };
    },
  });
}
