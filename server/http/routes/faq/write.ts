import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { assertMayWrite, findEntry } from '../../faq-access.ts';
import { presentEntry } from '../../presenters/faq.ts';
import { faqDraft, faqEntry } from '../../schemas/faq.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'FAQ', errors: 'api', query: nothing } as const;
const byId = z.object({ id: z.string() });
const entry = z.object({ entry: faqEntry });

export function createFaqEntry(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/faq',
    summary: 'Write a new FAQ entry. It is a draft and answers nothing before somebody else has approved it.',
    permission: 'faq:write',
    bodyKind: 'json',
    params: nothing,
    body: faqDraft.extend({ collection: z.string().max(128) }),
    status: 201,
    response: entry,
    async handler({ body: { collection, ...contents }, principal }) {
      await assertMayWrite(services, principal, collection, contents);
      const created = await services.faqDesk.create(principal, { collection, contents });
      return { entry: await presentEntry(services, principal, created) };
    },
  });
}

export function getFaqEntry(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/faq/{id}',
    summary: 'One FAQ entry with its versions.',
    permission: 'faq:read',
    bodyKind: 'none',
    params: byId,
    body: nothing,
    status: 200,
    response: entry,
    async handler({ params, principal }) {
      const found = await findEntry(services, principal, 'faq:read', params.id);
      return { entry: await presentEntry(services, principal, found) };
    },
  });
}

export function editFaqEntry(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'put',
    path: '/api/faq/{id}/draft',
    summary:
      'Write the draft of an FAQ entry. What is approved goes on answering until this is approved as well.',
    permission: 'faq:write',
    bodyKind: 'json',
    params: byId,
    body: faqDraft,
    status: 200,
    response: entry,
    async handler({ params, body, principal }) {
      const found = await findEntry(services, principal, 'faq:write', params.id);
      await assertMayWrite(services, principal, found.collection, body);
      const edited = await services.faqDesk.edit(principal, found.id, body);
      return { entry: await presentEntry(services, principal, edited) };
    },
  });
}

export function discardFaqDraft(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/faq/{id}/draft',
    summary: 'Discard the draft of an FAQ entry; one that was never approved goes with it.',
    permission: 'faq:write',
    bodyKind: 'none',
    params: byId,
    body: nothing,
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      const found = await findEntry(services, principal, 'faq:write', params.id);
      await services.faqDesk.discard(principal, found.id);
      return undefined;
    },
  });
}
