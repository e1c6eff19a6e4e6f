import type { Inbound, ResponseFormat } from '../domain/exchange.ts';
import type { Message, MessageRole } from '../domain/message.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import { toSampling } from './sampling.ts';
import type { ChatCompletionRequest } from './schemas/chat-completion.ts';

export interface InboundContext {
  readonly id: string;
  readonly principal: Principal;
  readonly signal: AbortSignal;
}

/** A chat completion request in the product's own terms. @throws AppError 400 when there is no question in it. */
export function toInbound(body: ChatCompletionRequest, context: InboundContext): Inbound {
  const messages = body.messages.map(toMessage);
  if (!messages.some((message) => message.role === 'user' && message.content.trim() !== '')) {
    throw new AppError('ERR_REQUEST_INVALID', 'messages: at least one user message must have text.', {
      status: 400,
      param: 'messages',
    });
  }
  return {
    ...context,
    messages,
    ...(body.model === undefined ? {} : { model: body.model }),
    ...(body.intramura?.collections === undefined ? {} : { collections: body.intramura.collections }),
    grounding: body.intramura?.grounding ?? 'auto',
    sampling: toSampling(body),
    format: toFormat(body.response_format),
  };
}

function toMessage({ role, content }: ChatCompletionRequest['messages'][number]): Message {
  return { role: toRole(role), content: toText(content) };
}

/** OpenAI's `developer` is the newer name of `system`. */
function toRole(role: ChatCompletionRequest['messages'][number]['role']): MessageRole {
  return role === 'developer' ? 'system' : role;
}

function toText(content: ChatCompletionRequest['messages'][number]['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => part.text).join('\n');
}

function toFormat(format: ChatCompletionRequest['response_format']): ResponseFormat {
  switch (format?.type) {
    case undefined:
    case 'text':
      return { kind: 'text' };
    case 'json_object':
      return { kind: 'json' };
    case 'json_schema':
      return { kind: 'json-schema', name: format.json_schema.name, schema: format.json_schema.schema };
    default:
      return format satisfies never;
  }
}
