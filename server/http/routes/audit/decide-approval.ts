import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentRequest, presentRequests } from '../../presenters/audit-request.ts';
import { approval, scope } from '../../schemas/approval.ts';
import { pageLimit, parseCursor, presentCursor } from '../../paging.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Audit', errors: 'api', bodyKind: 'none', body: nothing, status: 200 } as const;
const ofOne = { ...common, params: z.object({ id: z.string().max(256) }), query: nothing } as const;
const one = z.object({ request: approval });

export function listApprovals({ approvals, identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/audit/requests',
    summary: 'Requests that take a second person, the newest first.',
    permission: 'audit:approve',
    params: nothing,
    query: z.object({ limit: pageLimit, after: z.string().optional() }),
    response: z.object({ requests: z.array(approval), next: z.string().optional() }),
    async handler({ query: { limit, after } }) {
      const { approvals: found, next } = await approvals.page(
        limit,
        after === undefined ? undefined : parseCursor(after),
      );
      return {
        requests: await presentRequests(identity.users, found),
        ...(next === undefined ? {} : { next: presentCursor(next) }),
      };
    },
  });
}

export function getApproval({ approvals, identity }: Services): Route {
  return defineRoute({
    ...ofOne,
    method: 'get',
    path: '/api/audit/requests/{id}',
    summary: 'A request that takes a second person.',
    permission: 'audit:approve',
    response: one,
    handler: async ({ params }) => ({
      request: await presentRequest(identity.users, await approvals.get(params.id)),
    }),
  });
}

export function grantApproval({ approvals, identity }: Services): Route {
  return defineRoute({
    ...ofOne,
    method: 'post',
    path: '/api/audit/requests/{id}/grant',
    summary:
      'Agree to what somebody else asked. An erasure, a hold or its release is carried out at once; a reveal is then open to the asker for 24 hours.',
    permission: 'audit:approve',
    response: one,
    handler: async ({ params, principal }) => ({
      request: await presentRequest(identity.users, await approvals.grant(principal, params.id)),
    }),
  });
}

export function refuseApproval({ approvals, identity }: Services): Route {
  return defineRoute({
    ...ofOne,
    method: 'post',
    path: '/api/audit/requests/{id}/refuse',
    summary: 'Refuse a request, or take back your own.',
    permission: 'audit:approve',
    response: one,
    handler: async ({ params, principal }) => ({
      request: await presentRequest(identity.users, await approvals.refuse(principal, params.id)),
    }),
  });
}

export function revealContent({ approvals }: Services): Route {
  return defineRoute({
    ...ofOne,
    method: 'post',
    path: '/api/audit/requests/{id}/content',
    summary:
      'What the entry of your granted request was about. The log records each look before it is shown.',
    permission: 'audit:reveal',
    response: z.object({
      entry: z.int(),
      text: z.string().meta({ description: 'Masked prompt and evidence, or masked answer, as JSON.' }),
      values: z
        .array(z.object({ placeholder: z.string(), type: z.string().optional(), original: z.string() }))
        .meta({ description: 'What the placeholders of the text stand for.' }),
    }),
    async handler({ params, principal }) {
      const { entry, content } = await approvals.reveal(principal, params.id);
      const { text, values } = content;
      return { entry, text, values };
    },
  });
}

export function listHolds({ audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/audit/holds',
    summary: 'Holds in force, the oldest first, as the log has them.',
    permission: 'audit:hold',
    params: nothing,
    query: nothing,
    response: z.object({
      holds: z.array(z.object({ id: z.string(), seq: z.int(), setAt: z.string(), scope })),
    }),
    handler: async () => ({ holds: await audit.contents.holds() }),
  });
}
