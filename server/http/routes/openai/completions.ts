import type { Restored } from '../../../domain/exchange.ts';
import { noSink } from '../../../pipeline/answer-sink.ts';
import { randomId } from '../../../util/random.ts';
import { beginTextChunks } from '../../completion-events.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import type { EventStream } from '../../event-stream.ts';
import { withFieldNames } from '../../field-names.ts';
import { promptsOf, toPromptInbound } from '../../inbound-completion.ts';
import { presentCompletion } from '../../presenters/completion.ts';
import { completion, completionRequest } from '../../schemas/completion.ts';
import type { Services } from '../../services.ts';
import { streamAnswer } from '../../stream-answer.ts';

export function completions(services: Services): Route {
  const { clock, random, limits, logger, defaultModel } = services;
  const answer = withFieldNames(services.answer, { messages: 'prompt' });
  return defineRoute({
    method: 'post',
    path: '/v1/completions',
    summary:
      'Ask in the older shape: each prompt is a question, answered and audited as in chat. Plain or streamed.',
    tag: 'OpenAI-compatible',
    permission: 'chat:create',
    errors: 'openai',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: completionRequest,
    status: 200,
    response: completion,
    async handler({ body, principal, signal, response }) {
      const inbounds = promptsOf(body).map((prompt) =>
        toPromptInbound(body, prompt, { id: randomId('cmpl', random), principal, signal }),
      );
      for (const _ of inbounds) await limits.model.take(principal.id);
      const [first] = inbounds;
      const created = Math.floor(clock.now().getTime() / 1000);
      const head = { id: first?.id ?? '', created, model: body.model ?? defaultModel };
      if (body.stream === true && first !== undefined) {
        const includeUsage = body.stream_options?.include_usage === true;
        const begin = (stream: EventStream) => beginTextChunks(stream, { head, includeUsage });
        await streamAnswer(answer, first, { response, logger, begin });
        return alreadySent;
      }
      const answers: Restored[] = [];
      for (const inbound of inbounds) answers.push(await answer(inbound, noSink));
      return presentCompletion(head, answers);
    },
  });
}
