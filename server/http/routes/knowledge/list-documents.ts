import { z } from 'zod';
import { documentFilters, documentSorts } from '../../../knowledge/knowledge.ts';
import { findPermitted, permittedCollections } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { documentScope } from '../../document-access.ts';
import { document, presentDocument } from '../../presenters/document.ts';
import type { Services } from '../../services.ts';

export function listDocuments(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/collections/{id}/documents',
    summary:
      'A page of the documents of a collection. Those not in effect are listed for who may change them.',
    tag: 'Knowledge',
    permission: 'document:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: z.object({
      search: z.string().max(200).optional(),
      filter: z.enum(documentFilters).optional(),
      sort: z.enum(documentSorts).default('source'),
      order: z.enum(['asc', 'desc']).default('asc'),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    body: nothing,
    status: 200,
    response: z.object({
      documents: z.array(
        document.extend({
          /** Whether it repeats the text of another one that this caller may read. */
          isDuplicate: z.boolean(),
        }),
      ),
      total: z.int(),
    }),
    async handler({ params, query, principal }) {
      const { id: collection } = await findPermitted(services, principal, 'collection:read', params.id);
      const { search, filter, sort, order, offset, limit } = query;
      const readable = await permittedCollections(services, principal, 'collection:read');
      const { documents, total } = await services.knowledge.page({
        collection,
        scope: await documentScope(services, principal, readable),
        sort,
        descending: order === 'desc',
        offset,
        limit,
        ...(search === undefined ? {} : { search }),
        ...(filter === undefined ? {} : { filter }),
      });
      const now = services.clock.now();
      return {
        documents: documents.map((one) => ({
          ...presentDocument(one, now),
          isDuplicate: one.isDuplicate,
        })),
        total,
      };
    },
  });
}
