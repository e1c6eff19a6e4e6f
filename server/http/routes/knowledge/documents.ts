import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findPermittedDocument } from '../../document-access.ts';
import { describeDocument, documentDetails } from '../../describe-document.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Knowledge', errors: 'api', bodyKind: 'none', query: nothing, body: nothing } as const;
const byId = z.object({ id: z.string() });

export function getDocument(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'One document, with the roles that read it and the documents that repeat its text.',
    permission: 'document:read',
    params: byId,
    status: 200,
    response: documentDetails,
    async handler({ params, principal }) {
      const found = await findPermittedDocument(services, principal, 'document:read', params.id);
      return describeDocument(services, principal, found);
    },
  });
}

export function removeDocument(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/documents/{id}',
    summary: 'Remove a document with its versions from knowledge, index and originals.',
    permission: 'document:delete',
    params: byId,
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      const found = await findPermittedDocument(services, principal, 'document:delete', params.id);
      await services.uploads.remove(principal, found.document);
      return undefined;
    },
  });
}
