import { z } from 'zod';
import { findPermitted, rolesThatRead } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeCollection } from '../../describe-collections.ts';
import { collection } from '../../presenters/collection.ts';
import type { Services } from '../../services.ts';

export function getCollection(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/collections/{id}',
    summary: 'One collection, with the roles that read it.',
    tag: 'Knowledge',
    permission: 'collection:list',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ collection, readBy: z.array(z.string()) }),
    async handler({ params, principal }) {
      const found = await findPermitted(services, principal, 'collection:list', params.id);
      return {
        collection: await describeCollection(services, principal, found),
        readBy: rolesThatRead(services, found),
      };
    },
  });
}
