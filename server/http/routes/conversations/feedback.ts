import { z } from 'zod';
import type { Principal } from '../../../domain/principal.ts';
import { assertOwnConversation } from '../../conversation-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { feedback } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

const common = {
  path: '/api/conversations/{id}/turns/{turn}/feedback',
  tag: 'Conversations',
  permission: 'conversation:write',
  errors: 'api',
  params: z.object({ id: z.string(), turn: z.string() }),
  query: nothing,
  status: 204,
  response: z.undefined(),
} as const;

export function putFeedback(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'put',
    summary: 'Say what is good or bad about an answer. It is sealed with the conversation.',
    bodyKind: 'json',
    body: feedback,
    handler: ({ params, body, principal }) => rate(services, principal, params, body),
  });
}

export function removeFeedback(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    summary: 'Take feedback back.',
    bodyKind: 'none',
    body: nothing,
    handler: ({ params, principal }) => rate(services, principal, params, undefined),
  });
}

async function rate(
  services: Services,
  principal: Principal,
  { id, turn }: { readonly id: string; readonly turn: string },
  value: z.output<typeof feedback> | undefined,
): Promise<undefined> {
  await assertOwnConversation(services, principal, 'conversation:write', id);
  await services.conversations.rate(principal, { conversation: id, turn }, value);
  return undefined;
}
