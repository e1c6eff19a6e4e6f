import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { collection, presentCollection } from '../../presenters/collection.ts';
import type { Services } from '../../services.ts';

export function listCollections({ knowledge, policies }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/collections',
    summary: 'The collections this caller may read.',
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
      const all = await knowledge.collections();
      const readable = new Set(policies.readable(principal, all));
      return { collections: all.filter(({ id }) => readable.has(id)).map(presentCollection) };
    },
  });
}
