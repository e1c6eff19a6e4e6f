import { z } from 'zod';
import type { Cursor } from '../../../desk/conversation-store.ts';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentConversation, presentCursor } from '../../presenters/conversation.ts';
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

const cursor = z.tuple([z.string(), z.string()]);

/** @throws AppError ERR_REQUEST_INVALID */
function parseCursor(text: string): Cursor {
  try {
    const [updatedAt, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { updatedAt, id };
  } catch (cause) {
    throw new AppError('ERR_REQUEST_INVALID', 'after: must be `next` of another page.', {
      status: 400,
      param: 'after',
      cause,
    });
  }
}
