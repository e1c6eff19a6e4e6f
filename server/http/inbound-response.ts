import type { Inbound, ResponseFormat } from '../domain/exchange.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { Tool } from '../domain/tool.ts';
import { composeInbound, type InboundContext, toRole } from './compose-inbound.ts';
import { joinParts } from './message-parts.ts';
import type {
  FunctionTool,
  ResponseItem,
  ResponsePart,
  ResponseRequest,
} from './schemas/response-request.ts';

/** A request for a response in the product's own terms. @throws AppError 400 when there is no question in it. */
export function toResponseInbound(body: ResponseRequest, context: InboundContext): Inbound {
  const asked = {
    messages: toMessages(body),
    param: 'input',
    maxTokens: body.max_output_tokens,
    format: toOffer(body) ?? toFormat(body.text),
  };
  return composeInbound(body, asked, context);
}

function toMessages({ instructions, input }: ResponseRequest): readonly InboundMessage[] {
  const said: readonly InboundMessage[] =
    typeof input === 'string' ? [{ role: 'user', content: input }] : input.map(toMessage);
  return typeof instructions === 'string' ? [{ role: 'system', content: instructions }, ...said] : said;
}

function toMessage(item: ResponseItem): InboundMessage {
  switch (item.type) {
    case undefined:
    case 'message':
      return { role: toRole(item.role), ...joinParts(toParts(item.content)) };
    case 'function_call':
      return { role: 'assistant', content: '', calls: [{ name: item.name, input: item.arguments }] };
    case 'function_call_output':
      return { role: 'tool', ...joinParts(toParts(item.output)) };
    default:
      return item satisfies never;
  }
}

function toParts(content: string | readonly ResponsePart[]): readonly string[] {
  if (typeof content === 'string') return [content];
  return content.map((part) => (part.type === 'refusal' ? part.refusal : part.text));
}

/** Undefined where the model may call nothing. One function that was chosen is the only one it is told of. */
function toOffer({ tools, tool_choice: choice }: ResponseRequest): ResponseFormat | undefined {
  if (tools === null || tools === undefined || tools.length === 0 || choice === 'none') return undefined;
  const chosen = typeof choice === 'object' ? choice?.name : undefined;
  const offered = chosen === undefined ? tools : tools.filter(({ name }) => name === chosen);
  const mustCall = chosen !== undefined || choice === 'required';
  return { kind: 'tools', offer: { tools: offered.map(toTool), mustCall } };
}

function toTool({ name, description, parameters }: FunctionTool): Tool {
  return {
    name,
    description: description ?? '',
    parameters: parameters ?? { type: 'object', properties: {} },
  };
}

function toFormat(text: ResponseRequest['text']): ResponseFormat {
  const format = text?.format;
  switch (format?.type) {
    case undefined:
    case 'text':
      return { kind: 'text' };
    case 'json_object':
      return { kind: 'json' };
    case 'json_schema':
      return { kind: 'json-schema', schema: format.schema };
    default:
      return format satisfies never;
  }
}
