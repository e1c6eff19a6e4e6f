import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { guideSteps, readGuideSteps } from '../../guide-steps.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Own account', errors: 'api', params: nothing, query: nothing } as const;

export function getGuide(services: Services): Route {
  const { accounts } = services.identity;
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/guide',
    summary: 'The first steps that the caller may do, and which of them are done.',
    permission: 'session:read',
    bodyKind: 'none',
    body: nothing,
    status: 200,
    response: z.object({
      offered: z.boolean().describe('Whether to lead there on sign-in: the first person, the first time.'),
      skipped: z.boolean(),
      steps: z.array(z.object({ id: z.enum(guideSteps), done: z.boolean() })),
    }),
    async handler({ principal }) {
      const [choice, first, steps] = await Promise.all([
        accounts.guide(principal.id),
        accounts.isFirst(principal.id),
        readGuideSteps(services, principal),
      ]);
      return { offered: first && choice === undefined, skipped: choice?.skipped ?? false, steps };
    },
  });
}

/** A preference, not a change of the product: it leaves the mark of every request to change something, no more. */
export function putGuide({ identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'put',
    path: '/api/guide',
    summary: 'Skip the first-run guide, or take it up again.',
    permission: 'account:update',
    bodyKind: 'json',
    body: z.strictObject({ skipped: z.boolean() }),
    status: 204,
    response: z.undefined(),
    async handler({ body, principal }) {
      await identity.accounts.setGuide(principal.id, body);
      return undefined;
    },
  });
}
