import { z } from 'zod';
import { documentSorts } from '../../../knowledge/knowledge.ts';
import { findPermitted } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { document, presentDocument } from '../../presenters/document.ts';
import type { Services } from '../../services.ts';

export function listDocuments(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/collections/{id}/documents',
    summary: 'A page of the documents of a collection.',
    tag: 'Knowledge',
    permission: 'document:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: z.object({
      search: z.string().max(200).optional(),
      sort: z.enum(documentSorts).default('source'),
      order: z.enum(['asc', 'desc']).default('asc'),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    body: nothing,
    status: 200,
    response: z.object({ documents: z.array(document), total: z.int() }),
    async handler({ params, query, principal }) {
      const { id: collection } = await findPermitted(services, principal, 'collection:read', params.id);
      const { search, sort, order, offset, limit } = query;
      const { documents, total } = await services.knowledge.page({
        collection,
        sort,
        descending: order === 'desc',
        offset,
        limit,
        ...(search === undefined ? {} : { search }),
      });
      return { documents: documents.map(presentDocument), total };
    },
  });
}
