import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentConversation } from '../../presenters/conversation.ts';
import { conversation } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

export function searchConversations({ conversations }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/conversations/search',
    summary: 'Find words in the titles, questions and answers of the caller’s own conversations.',
    tag: 'Conversations',
    permission: 'conversation:read',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ query: z.string().trim().min(1).max(200) }),
    status: 200,
    response: z.object({
      hits: z.array(z.object({ conversation, excerpt: z.string() })),
      /** False when there may be more: hits and opened conversations are bounded. */
      complete: z.boolean(),
    }),
    async handler({ body, principal }) {
      const { hits, complete } = await conversations.search(principal.id, body.query);
      return {
        hits: hits.map(({ conversation: found, excerpt }) => ({
          conversation: presentConversation(found),
          excerpt,
        })),
        complete,
      };
    },
  });
}
