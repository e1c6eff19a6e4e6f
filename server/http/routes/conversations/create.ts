import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentConversation } from '../../presenters/conversation.ts';
import { conversation } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

export function createConversation({ conversations }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/conversations',
    summary: 'Start a conversation. It is named after its first question, here or when it is asked.',
    tag: 'Conversations',
    permission: 'conversation:write',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ question: z.string().max(32_768).optional() }),
    status: 201,
    response: conversation,
    handler: async ({ body, principal }) =>
      presentConversation(await conversations.create(principal, body.question)),
  });
}
