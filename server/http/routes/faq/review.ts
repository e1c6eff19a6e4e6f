import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findEntry } from '../../faq-access.ts';
import { presentEntry } from '../../presenters/faq.ts';
import { faqEntry } from '../../schemas/faq.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'post',
  tag: 'FAQ',
  errors: 'api',
  query: nothing,
  params: z.object({ id: z.string() }),
  status: 200,
  response: z.object({ entry: faqEntry }),
} as const;

export function submitFaqDraft(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/faq/{id}/submit',
    summary: 'Send a draft for approval.',
    permission: 'faq:write',
    bodyKind: 'none',
    body: nothing,
    async handler({ params, principal }) {
      const found = await findEntry(services, principal, 'faq:write', params.id);
      const entry = await services.faqDesk.submit(principal, found.id);
      return { entry: await presentEntry(services, principal, entry) };
    },
  });
}

export function approveFaqDraft(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/faq/{id}/approve',
    summary: 'Approve what waits for approval: from then on it answers. Nobody approves what they wrote at.',
    permission: 'faq:approve',
    bodyKind: 'json',
    body: z.object({
      digest: z.string().regex(/^[0-9a-f]{64}$/u, 'must be the digest of the version you have read'),
    }),
    async handler({ params, body, principal }) {
      const found = await findEntry(services, principal, 'faq:approve', params.id);
      const entry = await services.faqDesk.approve(principal, found.id, body.digest);
      return { entry: await presentEntry(services, principal, entry) };
    },
  });
}

export function returnFaqDraft(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/faq/{id}/return',
    summary: 'Send what waits for approval back to its authors, with a reason.',
    permission: 'faq:approve',
    bodyKind: 'json',
    body: z.object({ note: z.string().trim().min(1).max(1000) }),
    async handler({ params, body, principal }) {
      // Whoever wrote it may take it back too, by editing it.
      const found = await findEntry(services, principal, 'faq:approve', params.id);
      const entry = await services.faqDesk.sendBack(principal, found.id, body.note);
      return { entry: await presentEntry(services, principal, entry) };
    },
  });
}

export function retireFaqEntry(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/faq/{id}/retire',
    summary: 'Take an approved answer out of use. It applies at once.',
    permission: 'faq:write',
    bodyKind: 'none',
    body: nothing,
    async handler({ params, principal }) {
      const found = await findEntry(services, principal, 'faq:write', params.id);
      const entry = await services.faqDesk.retire(principal, found.id);
      return { entry: await presentEntry(services, principal, entry) };
    },
  });
}
