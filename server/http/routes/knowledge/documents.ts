import { z } from 'zod';
import type { Principal } from '../../../domain/principal.ts';
import { AppError } from '../../../errors.ts';
import type { DocumentView } from '../../../knowledge/knowledge.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { document, presentDocument } from '../../presenters/document.ts';
import { assertReadable } from '../../readable.ts';
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
      await assertReadable(services, principal, params.id);
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
      presentDocument(await findDocument(services, principal, params.id)),
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
      const found = await findDocument(services, principal, params.id);
      await services.uploads.remove(principal, found);
      return undefined;
    },
  });
}

async function findDocument(services: Services, principal: Principal, id: string): Promise<DocumentView> {
  const found = await services.knowledge.document(id);
  if (found === undefined) throw new AppError('ERR_NOT_FOUND', 'No document has this id.', { status: 404 });
  await assertReadable(services, principal, found.collection);
  return found;
}
