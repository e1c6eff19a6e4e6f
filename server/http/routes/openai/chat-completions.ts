import { noSink } from '../../../pipeline/answer-sink.ts';
import { randomId } from '../../../util/random.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import { toInbound } from '../../inbound-chat.ts';
import { presentChatCompletion, presentExtension } from '../../presenters/chat-completion.ts';
import { chatCompletion, chatCompletionRequest } from '../../schemas/chat-completion.ts';
import type { Services } from '../../services.ts';
import { streamCompletion } from '../../stream-completion.ts';

export function chatCompletions(services: Services): Route {
  const { answer, clock, random, limits, logger } = services;
  return defineRoute({
    method: 'post',
    path: '/v1/chat/completions',
    summary: 'Ask: masked, answered from the knowledge with citations, audited. Plain or streamed.',
    tag: 'OpenAI-compatible',
    permission: 'chat:create',
    errors: 'openai',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: chatCompletionRequest,
    status: 200,
    response: chatCompletion,
    async handler({ body, principal, signal, response }) {
      await limits.model.take(principal.id);
      const id = randomId('chatcmpl', random);
      const inbound = toInbound(body, { id, principal, signal });
      const created = Math.floor(clock.now().getTime() / 1000);
      if (body.stream !== true) return presentChatCompletion(await answer(inbound, noSink), created);
      const head = { id, created, model: body.model ?? services.defaultModel };
      const includeUsage = body.stream_options?.include_usage === true;
      const extension = presentExtension;
      await streamCompletion(answer, inbound, { response, head, includeUsage, logger, extension });
      return alreadySent;
    },
  });
}
