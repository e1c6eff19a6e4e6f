import { z } from 'zod';
import { assertOwnConversation } from '../../conversation-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentConversation, presentFile, presentTurn } from '../../presenters/conversation.ts';
import { conversation, conversationFile, turn } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

export function getConversation(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/conversations/{id}',
    summary: 'A conversation of the caller with its turns (200 at most) and files.',
    tag: 'Conversations',
    permission: 'conversation:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ conversation, turns: z.array(turn), files: z.array(conversationFile) }),
    async handler({ params, principal }) {
      await assertOwnConversation(services, principal, 'conversation:read', params.id);
      const found = await services.conversations.open(params.id);
      return {
        conversation: presentConversation(found.conversation),
        turns: found.turns.map(presentTurn),
        files: found.files.map(presentFile),
      };
    },
  });
}
