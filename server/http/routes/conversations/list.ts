import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { parseCursor, presentCursor } from '../../paging.ts';
import { presentConversation } from '../../presenters/conversation.ts';
import { conversation } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

export function listConversations({ conversations }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/conversations',
    summary: 'The caller’s own conversations, the one asked in last first.',
    tag: 'Conversations',
    permission: 'conversation:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      /** `next` of the page before. */
      after: z.string().max(512).optional(),
    }),
    body: nothing,
    status: 200,
    response: z.object({ conversations: z.array(conversation), next: z.string().optional() }),
    async handler({ query, principal }) {
      const after = query.after === undefined ? undefined : parseCursor(query.after);
      const page = await conversations.list(principal.id, { after, limit: query.limit });
      return {
        conversations: page.conversations.map(presentConversation),
        ...(page.next === undefined ? {} : { next: presentCursor(page.next) }),
      };
    },
  });
}
