import { z } from 'zod';
import { dismissals } from '../../../knowledge/gaps/gaps.ts';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { assertMayWrite, findGap } from '../../faq-access.ts';
import { presentEntry } from '../../presenters/faq.ts';
import { presentGap } from '../../presenters/gap.ts';
import { faqDraft, faqEntry } from '../../schemas/faq.ts';
import { gap } from '../../schemas/gap.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'post',
  tag: 'Gaps',
  errors: 'api',
  permission: 'gap:review',
  bodyKind: 'json',
  query: nothing,
  params: z.object({ id: z.string() }),
} as const;

export function answerGap(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/gaps/{id}/answer',
    summary:
      'Write an answer to a gap: an FAQ draft in one of its collections, which somebody else must approve.',
    body: faqDraft.extend({ collection: z.string().max(128) }),
    status: 201,
    response: z.object({ entry: faqEntry }),
    async handler({ params, body: { collection, ...contents }, principal }) {
      const found = await findGap(services, principal, 'gap:review', params.id);
      if (!found.scope.includes(collection)) {
        throw new AppError('ERR_REQUEST_INVALID', 'collection: choose one that was asked.', {
          status: 400,
          param: 'collection',
        });
      }
      await assertMayWrite(services, principal, collection, contents);
      const entry = await services.faqDesk.answerGap(principal, found, { collection, contents });
      return { entry: await presentEntry(services, principal, entry) };
    },
  });
}

export function dismissGap(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/gaps/{id}/dismiss',
    summary: 'Dismiss a gap with a reason. Further askings are counted and do not open it again.',
    body: z.object({ reason: z.enum(dismissals) }),
    status: 200,
    response: z.object({ gap }),
    async handler({ params, body, principal }) {
      const found = await findGap(services, principal, 'gap:review', params.id);
      return { gap: presentGap(await services.faqDesk.dismiss(principal, found.id, body.reason)) };
    },
  });
}

export function reopenGap(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/gaps/{id}/reopen',
    summary: 'Open a dismissed or answered gap again.',
    bodyKind: 'none',
    body: nothing,
    status: 200,
    response: z.object({ gap }),
    async handler({ params, principal }) {
      const found = await findGap(services, principal, 'gap:review', params.id);
      return { gap: presentGap(await services.faqDesk.reopen(principal, found.id)) };
    },
  });
}
