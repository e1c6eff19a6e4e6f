import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { collection, newCollection, presentCollection } from '../../presenters/collection.ts';
import type { Services } from '../../services.ts';

export function createCollection({ knowledge, audit }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/collections',
    summary: 'Create a collection.',
    tag: 'Knowledge',
    permission: 'collection:create',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: newCollection,
    status: 201,
    response: z.object({ collection }),
    async handler({ body, principal }) {
      const created = await knowledge.createCollection(body);
      await audit.recordEvent({ type: 'collection.created', actor: principal, collection: created.id });
      return { collection: presentCollection(created) };
    },
  });
}
