import { z } from 'zod';
import { assertOwnConversation } from '../../conversation-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentConversation } from '../../presenters/conversation.ts';
import { conversation } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

export function renameConversation(services: Services): Route {
  return defineRoute({
    method: 'patch',
    path: '/api/conversations/{id}',
    summary: 'Give a conversation of the caller another title.',
    tag: 'Conversations',
    permission: 'conversation:write',
    errors: 'api',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: z.object({ title: z.string().trim().min(1).max(200) }),
    status: 200,
    response: conversation,
    async handler({ params, body, principal }) {
      await assertOwnConversation(services, principal, 'conversation:write', params.id);
      return presentConversation(await services.conversations.rename(principal, params.id, body.title));
    },
  });
}
