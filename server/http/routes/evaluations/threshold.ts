import { z } from 'zod';
import { HIGHEST_THRESHOLD, LOWEST_THRESHOLD } from '../../../knowledge/abstention.ts';
import { STRONG_SUPPORT } from '../../../knowledge/support.ts';
import { findPermitted } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Evaluation', errors: 'api', query: nothing } as const;

const threshold = z
  .object({
    /** In force now. */
    threshold: z.number(),
    default: z.number(),
    lowest: z.number(),
    highest: z.number(),
    /** Evaluation it was calibrated by. */
    run: z.string().optional(),
    setAt: z.string().optional(),
  })
  .meta({
    id: 'AbstentionThreshold',
    description: 'How strong support must be before a collection answers.',
  });

export function getThreshold(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/collections/{id}/threshold',
    summary: 'The support that an answer from this collection needs.',
    permission: 'evaluation:read',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    body: nothing,
    status: 200,
    response: threshold,
    async handler({ params, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:read', params.id);
      return presentThreshold(services, id);
    },
  });
}

export function putThreshold(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'put',
    path: '/api/collections/{id}/threshold',
    summary: 'Set the support that an answer needs, or null for the default. It applies at once.',
    permission: 'evaluation:write',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    body: z.object({
      threshold: z.number().min(LOWEST_THRESHOLD).max(HIGHEST_THRESHOLD).nullable(),
      run: z.string().optional(),
    }),
    status: 200,
    response: threshold,
    async handler({ params, body, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:write', params.id);
      await services.evaluations.setThreshold(principal, id, body.threshold ?? undefined, body.run);
      return presentThreshold(services, id);
    },
  });
}

async function presentThreshold(
  { evaluations }: Services,
  collection: string,
): Promise<z.input<typeof threshold>> {
  const set = await evaluations.threshold(collection);
  return {
    threshold: set?.threshold ?? STRONG_SUPPORT,
    default: STRONG_SUPPORT,
    lowest: LOWEST_THRESHOLD,
    highest: HIGHEST_THRESHOLD,
    ...(set?.run === undefined ? {} : { run: set.run }),
    ...(set === undefined ? {} : { setAt: set.setAt.toISOString() }),
  };
}
