import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentConversation } from '../../presenters/conversation.ts';
import { conversation } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

export function createConversation({ conversations }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/conversations',
    summary: 'Start a conversation. It gets its title from its first question.',
    tag: 'Conversations',
    permission: 'conversation:write',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 201,
    response: conversation,
    handler: async ({ principal }) => presentConversation(await conversations.create(principal)),
  });
}
