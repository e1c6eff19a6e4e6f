import { z } from 'zod';
import { findPermitted } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export function removeCollection(services: Services): Route {
  return defineRoute({
    method: 'delete',
    path: '/api/collections/{id}',
    summary: 'Delete a collection with all its documents, their index and their originals.',
    tag: 'Knowledge',
    permission: 'collection:delete',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ documents: z.int() }),
    async handler({ params, principal }) {
      const { id } = await findPermitted(services, principal, 'collection:delete', params.id);
      return { documents: await services.uploads.removeCollection(principal, id) };
    },
  });
}
