import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { document, presentDocument } from '../../presenters/document.ts';
import { findPermitted, findPermittedDocument, rolesThatRead } from '../../collection-access.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Knowledge', errors: 'api', bodyKind: 'none', query: nothing, body: nothing } as const;
const byId = z.object({ id: z.string() });

export function getDocument(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'One document, with the roles that read it.',
    permission: 'document:read',
    params: byId,
    status: 200,
    response: document.extend({ readBy: z.array(z.string()) }),
    async handler({ params, principal }) {
      const found = await findPermittedDocument(services, principal, 'document:read', params.id);
      const collection = await findPermitted(services, principal, 'collection:read', found.collection);
      return { ...presentDocument(found), readBy: rolesThatRead(services, collection) };
    },
  });
}

export function removeDocument(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/documents/{id}',
    summary: 'Remove a document from knowledge, index and originals.',
    permission: 'document:delete',
    params: byId,
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      const found = await findPermittedDocument(services, principal, 'document:delete', params.id);
      await services.uploads.remove(principal, found);
      return undefined;
    },
  });
}
