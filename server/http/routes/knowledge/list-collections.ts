import { z } from 'zod';
import { permittedCollections } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeCollections } from '../../describe-collections.ts';
import { collection } from '../../presenters/collection.ts';
import type { Services } from '../../services.ts';

export function listCollections(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/collections',
    summary: 'The collections this caller may know of.',
    tag: 'Knowledge',
    permission: 'collection:list',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ collections: z.array(collection) }),
    async handler({ principal }) {
      const listed = await permittedCollections(services, principal, 'collection:list');
      return { collections: await describeCollections(services, principal, listed) };
    },
  });
}
