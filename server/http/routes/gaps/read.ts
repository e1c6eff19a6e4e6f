import { z } from 'zod';
import type { Principal } from '../../../domain/principal.ts';
import { gapStates } from '../../../knowledge/gaps/gaps.ts';
import { permittedCollections, selectReadable } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findGap, gapReader } from '../../faq-access.ts';
import { presentGap } from '../../presenters/gap.ts';
import { gap } from '../../schemas/gap.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'get',
  tag: 'Gaps',
  errors: 'api',
  permission: 'gap:read',
  bodyKind: 'none',
  body: nothing,
  status: 200,
} as const;

export function listGaps(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/gaps',
    summary:
      'Questions that nothing answered well, asked last first: those of which this caller may read every collection.',
    params: nothing,
    query: z.object({
      state: z.enum(gapStates).optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ gaps: z.array(gap), total: z.int() }),
    async handler({ query, principal }) {
      const mayRead = await gapReader(services, principal, 'gap:read');
      const { gaps, total } = await services.gaps.page({ ...query, mayRead });
      return { gaps: gaps.map(presentGap), total };
    },
  });
}

/** Passages offered as a beginning. */
const SUGGESTIONS = 3;

const suggestion = z
  .object({ document: z.string(), title: z.string(), location: z.string(), text: z.string() })
  .meta({ id: 'GapSuggestion', description: 'A passage of the knowledge that may hold the answer.' });

async function newestAnswer(
  services: Services,
  principal: Principal,
  gapId: string,
): Promise<string | undefined> {
  const permitted = await permittedCollections(services, principal, 'faq:read');
  const collections = permitted.map(({ id }) => id);
  const query = { collections, roles: principal.roles, gap: gapId, offset: 0, limit: 1 };
  return (await services.faq.page(query)).entries[0]?.id;
}

export function getGap(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/gaps/{id}',
    summary: 'One gap, with passages that may hold its answer.',
    params: z.object({ id: z.string() }),
    query: nothing,
    response: z.object({
      gap,
      answer: z
        .string()
        .optional()
        .meta({ description: 'Id of the newest FAQ entry written for it that this caller may read.' }),
      suggestions: z.array(suggestion),
    }),
    async handler({ params, principal }) {
      const found = await findGap(services, principal, 'gap:read', params.id);
      const readable = await selectReadable(services, principal, undefined);
      const hits = await services.knowledge.search({
        ...readable,
        text: found.question,
        collections: found.scope.filter((id) => readable.collections.includes(id)),
        limit: SUGGESTIONS,
        mode: 'hybrid',
      });
      return {
        gap: presentGap(found),
        answer: await newestAnswer(services, principal, found.id),
        suggestions: hits.map(({ document, title, location, text }) => ({ document, title, location, text })),
      };
    },
  });
}
