import { z } from 'zod';
import { randomId } from '../../../util/random.ts';
import { assertOwnConversation } from '../../conversation-access.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentAnsweredTurn } from '../../presenters/conversation.ts';
import { turnChunk } from '../../schemas/conversation.ts';
import { extensionRequest } from '../../schemas/extension.ts';
import type { Services } from '../../services.ts';
import { streamCompletion } from '../../stream-completion.ts';

const turnRequest = extensionRequest
  .extend({
    /** May be left out with `replaces`: the same question is asked again. */
    question: z.string().max(32_768).optional(),
    /** Id of a turn that is asked anew: it goes, with all turns after it, once there is an answer. */
    replaces: z.string().max(64).optional(),
    /** The default model when absent. */
    model: z.string().min(1).max(256).optional(),
  })
  .meta({ id: 'TurnRequest', description: 'A question in a conversation, or another try at one.' });

export function askInConversation(services: Services): Route {
  const { conversations, clock, random, limits, logger, defaultModel } = services;
  return defineRoute({
    method: 'post',
    path: '/api/conversations/{id}/turns',
    summary:
      'Ask in a conversation: streamed as a chat completion, and kept. Going away stops the answer; what was sent by then is kept.',
    tag: 'Conversations',
    permission: 'chat:create',
    errors: 'api',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: turnRequest,
    status: 200,
    response: turnChunk,
    produces: 'text/event-stream',
    async handler({ params, body, principal, signal, response }) {
      await assertOwnConversation(services, principal, 'conversation:write', params.id);
      await limits.model.take(principal.id);
      const id = randomId('chatcmpl', random);
      const { question: text, replaces, model = defaultModel, collections, grounding = 'auto' } = body;
      const { inbound, answer } = await conversations.ask({
        id,
        principal,
        conversation: params.id,
        text,
        replaces,
        model,
        collections,
        grounding,
        signal,
      });
      const created = Math.floor(clock.now().getTime() / 1000);
      await streamCompletion(answer, inbound, {
        response,
        head: { id, created, model },
        includeUsage: false,
        logger,
        extension: presentAnsweredTurn,
      });
      return alreadySent;
    },
  });
}
