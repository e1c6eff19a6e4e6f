import { z } from 'zod';
import { entryStates } from '../../../knowledge/faq/faq.ts';
import { permittedCollections } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentListItem } from '../../presenters/faq.ts';
import { faqListItem } from '../../schemas/faq.ts';
import type { Services } from '../../services.ts';

export function listFaq(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/faq',
    summary: 'FAQ entries that this caller may read, changed last first.',
    tag: 'FAQ',
    permission: 'faq:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      collection: z.string().max(128).optional(),
      state: z.enum(entryStates).optional(),
      search: z.string().max(200).optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    body: nothing,
    status: 200,
    response: z.object({ entries: z.array(faqListItem), total: z.int() }),
    async handler({ query, principal }) {
      const permitted = await permittedCollections(services, principal, 'faq:read');
      const ids = permitted.map(({ id }) => id);
      const { collection, ...rest } = query;
      const { entries, total } = await services.faq.page({
        ...rest,
        collections: collection === undefined ? ids : ids.filter((id) => id === collection),
        roles: principal.roles,
      });
      return { entries: entries.map(presentListItem), total };
    },
  });
}
