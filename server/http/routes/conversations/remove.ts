import { z } from 'zod';
import { assertOwnConversation } from '../../conversation-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export function removeConversation(services: Services): Route {
  return defineRoute({
    method: 'delete',
    path: '/api/conversations/{id}',
    summary: 'Erase a conversation of the caller: its key is destroyed.',
    tag: 'Conversations',
    permission: 'conversation:write',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      await assertOwnConversation(services, principal, 'conversation:write', params.id);
      await services.conversations.remove(principal, params.id);
      return undefined;
    },
  });
}
