import type { Inbound, ResponseFormat } from '../domain/exchange.ts';
import type { InboundMessage, MessageRole, ToolCall } from '../domain/message.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import { toSampling } from './sampling.ts';
import type { ChatCompletionRequest } from './schemas/chat-completion.ts';

type RequestMessage = ChatCompletionRequest['messages'][number];

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

function toMessage(message: RequestMessage): InboundMessage {
  const parts = toParts(message.content ?? message.refusal);
  const calls = toCalls(message);
  return {
    role: toRole(message.role),
    content: parts.join('\n'),
    ...(parts.length < 2 ? {} : { seams: seamsOf(parts) }),
    ...(calls.length === 0 ? {} : { calls }),
  };
}

/** `function_call` is the older form of one tool call. */
function toCalls({ tool_calls, function_call }: RequestMessage): ToolCall[] {
  const called = (tool_calls ?? []).map((call) => call.function);
  const all = function_call ? [...called, function_call] : called;
  return all.map(({ name, arguments: input }) => ({ name, input }));
}

/** OpenAI's `developer` is the newer name of `system`. */
function toRole(role: RequestMessage['role']): MessageRole {
  return role === 'developer' ? 'system' : role;
}

function toParts(content: RequestMessage['content']): readonly string[] {
  return typeof content === 'string' ? [content] : (content ?? []).map((part) => part.text);
}

/** Where the line breaks stand that join the parts. */
function seamsOf(parts: readonly string[]): readonly number[] {
  let end = -1;
  return parts.slice(0, -1).map((part) => (end += part.length + 1));
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
