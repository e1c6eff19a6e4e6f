import type { Inbound, ResponseFormat } from '../domain/exchange.ts';
import type { InboundMessage, ToolCall } from '../domain/message.ts';
import { composeInbound, type InboundContext, toRole } from './compose-inbound.ts';
import { joinParts } from './message-parts.ts';
import type { ChatCompletionRequest } from './schemas/chat-completion.ts';

type RequestMessage = ChatCompletionRequest['messages'][number];

/** A chat completion request in the product's own terms. @throws AppError 400 when there is no question in it. */
export function toInbound(body: ChatCompletionRequest, context: InboundContext): Inbound {
  const asked = {
    messages: body.messages.map(toMessage),
    param: 'messages',
    maxTokens: body.max_completion_tokens ?? body.max_tokens,
    format: toFormat(body.response_format),
  };
  return composeInbound(body, asked, context);
}

function toMessage(message: RequestMessage): InboundMessage {
  const calls = toCalls(message);
  return {
    role: toRole(message.role),
    ...joinParts(toParts(message.content ?? message.refusal)),
    ...(calls.length === 0 ? {} : { calls }),
  };
}

/** `function_call` is the older form of one tool call. */
function toCalls({ tool_calls, function_call }: RequestMessage): ToolCall[] {
  const called = (tool_calls ?? []).map((call) => call.function);
  const all = function_call ? [...called, function_call] : called;
  return all.map(({ name, arguments: input }) => ({ name, input }));
}

function toParts(content: RequestMessage['content']): readonly string[] {
  return typeof content === 'string' ? [content] : (content ?? []).map((part) => part.text);
}

function toFormat(format: ChatCompletionRequest['response_format']): ResponseFormat {
  switch (format?.type) {
    case undefined:
    case 'text':
      return { kind: 'text' };
    case 'json_object':
      return { kind: 'json' };
    case 'json_schema':
      return { kind: 'json-schema', schema: format.json_schema.schema };
    default:
      return format satisfies never;
  }
}
