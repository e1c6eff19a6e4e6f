import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { pageLimit, parseCursor, presentCursor } from '../../paging.ts';
import { namedSession, presentNamedSession } from '../../presenters/session.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'People', errors: 'api', bodyKind: 'none', body: nothing } as const;

export function listSessions({ identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/sessions',
    summary: 'Who is signed in, the newest session first.',
    permission: 'session:list',
    params: nothing,
    query: z.object({
      /** Id of a person; everybody's sessions when absent. */
      user: z.string().max(100).optional(),
      /** `next` of the page before. */
      after: z.string().max(512).optional(),
      limit: pageLimit,
    }),
    status: 200,
    response: z.object({ sessions: z.array(namedSession), next: z.string().optional() }),
    async handler({ query: { user, after, limit } }) {
      const page = await identity.sessions.page({
        limit,
        ...(user === undefined ? {} : { userId: user }),
        ...(after === undefined ? {} : { after: parseCursor(after) }),
      });
      return {
        sessions: page.sessions.map(presentNamedSession),
        ...(page.next === undefined ? {} : { next: presentCursor(page.next) }),
      };
    },
  });
}

export function endSession({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/sessions/{id}',
    summary: 'End somebody’s session.',
    permission: 'session:revoke',
    params: z.object({ id: z.string() }),
    query: nothing,
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      const { userId } = await identity.sessions.end(params.id);
      await audit.recordEvent({ type: 'sessions.ended', actor: principal, user: userId, sessions: 1 });
      return undefined;
    },
  });
}

export function endSessionsOf({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/users/{id}/sessions',
    summary: 'End all sessions of a person.',
    permission: 'session:revoke',
    params: z.object({ id: z.string() }),
    query: nothing,
    status: 200,
    response: z.object({ ended: z.int() }),
    async handler({ params, principal }) {
      if ((await identity.users.byId(params.id)) === undefined)
        throw new AppError('ERR_NOT_FOUND', 'There is no such user.', { status: 404 });
      const ended = await identity.sessions.signOutUser(params.id);
      await audit.recordEvent({
        type: 'sessions.ended',
        actor: principal,
        user: params.id,
        sessions: ended,
      });
      return { ended };
    },
  });
}
