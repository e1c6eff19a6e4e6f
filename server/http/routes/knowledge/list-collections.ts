import { z } from 'zod';
import { permittedCollections } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeCollections } from '../../describe-collections.ts';
import { collection } from '../../presenters/collection.ts';
import { indexTasks } from '../../../knowledge/knowledge.ts';
import type { Services } from '../../services.ts';

const indexState = z.object({ task: z.enum(indexTasks), done: z.int(), total: z.int() }).meta({
  id: 'IndexState',
  description:
    'What the search index is about: ready, being repaired, or embedded again for another model; and how many chunks of how many are done. Search goes on meanwhile.',
});

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
    response: z.object({ collections: z.array(collection), index: indexState }),
    async handler({ principal }) {
      const listed = await permittedCollections(services, principal, 'collection:list');
      const collections = await describeCollections(services, principal, listed);
      return { collections, index: services.knowledge.indexState() };
    },
  });
}
