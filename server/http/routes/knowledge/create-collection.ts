import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeCollection } from '../../describe-collections.ts';
import { collection, newCollection } from '../../presenters/collection.ts';
import type { Services } from '../../services.ts';

export function createCollection(services: Services): Route {
  const { knowledge, audit } = services;
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
      const { id, masking } = created;
      await audit.recordEvent({ type: 'collection.created', actor: principal, collection: id, masking });
      return { collection: await describeCollection(services, principal, created) };
    },
  });
}
