import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { document, presentDocument } from '../../presenters/document.ts';
import { assertPermitted, findPermittedDocument } from '../../collection-access.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Knowledge', errors: 'api', bodyKind: 'none', query: nothing, body: nothing } as const;
const byId = z.object({ id: z.string() });

export function listDocuments(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/collections/{id}/documents',
    summary: 'The documents of a collection.',
    permission: 'document:read',
    params: byId,
    status: 200,
    response: z.object({ documents: z.array(document) }),
    async handler({ params, principal }) {
      await assertPermitted(services, principal, 'collection:read', params.id);
      const documents = await services.knowledge.documents(params.id);
      return { documents: documents.map(presentDocument) };
    },
  });
}

export function getDocument(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'One document.',
    permission: 'document:read',
    params: byId,
    status: 200,
    response: document,
    handler: async ({ params, principal }) =>
      presentDocument(await findPermittedDocument(services, principal, 'document:read', params.id)),
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
