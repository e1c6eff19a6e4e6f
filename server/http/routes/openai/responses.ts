import { noSink } from '../../../pipeline/answer-sink.ts';
import { randomId } from '../../../util/random.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import type { EventStream } from '../../event-stream.ts';
import { withFieldNames } from '../../field-names.ts';
import { toResponseInbound } from '../../inbound-response.ts';
import { presentEnded } from '../../presenters/response.ts';
import { beginResponseEvents } from '../../response-events.ts';
import { response as responseSchema } from '../../schemas/response.ts';
import { responseRequest } from '../../schemas/response-request.ts';
import type { Services } from '../../services.ts';
import { streamAnswer } from '../../stream-answer.ts';

export function responses(services: Services): Route {
  const { clock, random, limits, logger, defaultModel } = services;
  const now = (): number => Math.floor(clock.now().getTime() / 1000);
  return defineRoute({
    method: 'post',
    path: '/v1/responses',
    summary:
      'Ask in the shape of the Responses API: masked, answered and audited as in chat. Plain or streamed; nothing is kept.',
    tag: 'OpenAI-compatible',
    permission: 'chat:create',
    errors: 'openai',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: responseRequest,
    status: 200,
    response: responseSchema,
    async handler({ body, principal, signal, response }) {
      await limits.model.take(principal.id);
      const id = randomId('resp', random);
      const inbound = toResponseInbound(body, { id, principal, signal });
      const offersTools = inbound.format.kind === 'tools';
      const answer = withFieldNames(services.answer, {
        messages: 'input',
        response_format: offersTools ? 'tools' : 'text.format',
      });
      const head = { id, createdAt: now(), model: body.model ?? defaultModel, request: body, offersTools };
      if (body.stream !== true) return presentEnded(head, await answer(inbound, noSink), now());
      const begin = (stream: EventStream) => beginResponseEvents(stream, head, now);
      await streamAnswer(answer, inbound, { response, logger, begin });
      return alreadySent;
    },
  });
}
