import { z } from 'zod';
import { permittedCollections } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export function tryFaqQuestion(services: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/faq/try',
    summary:
      'Whether a question would be answered by the wordings of a draft, or by another approved entry. Nothing is kept.',
    tag: 'FAQ',
    permission: 'faq:read',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({
      question: z.string().trim().min(1).max(500),
      wordings: z.array(z.string().trim().min(1).max(500)).max(31),
      /** The entry that is edited. */
      entry: z.string().max(128).optional(),
    }),
    status: 200,
    response: z.object({
      /** The wording of the draft that would answer. */
      wording: z.string().optional(),
      score: z.number().optional(),
      /** An approved entry that answers this already. */
      taken: z.object({ entry: z.string(), wording: z.string() }).optional(),
    }),
    async handler({ body, principal }) {
      const permitted = new Set(
        (await permittedCollections(services, principal, 'faq:read')).map(({ id }) => id),
      );
      return services.faq.try({
        ...body,
        mayUse: ({ collection, readers }) =>
          permitted.has(collection) &&
          (readers.length === 0 || principal.roles.some((role) => readers.includes(role))),
      });
    },
  });
}
