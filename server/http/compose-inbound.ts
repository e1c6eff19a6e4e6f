import type { Inbound, ResponseFormat } from '../domain/exchange.ts';
import type { InboundMessage, MessageRole } from '../domain/message.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import { type SamplingFields, toSampling } from './sampling.ts';
import type { ExtensionRequest } from './schemas/extension.ts';

export interface InboundContext {
  readonly id: string;
  readonly principal: Principal;
  readonly signal: AbortSignal;
}

/** What all ways of asking have in common. */
export interface AskedFields extends SamplingFields {
  readonly model?: string | undefined;
  readonly intramura?: ExtensionRequest | undefined;
}

interface Asked {
  readonly messages: readonly InboundMessage[];
  /** The field of the request that they came in, for errors. */
  readonly param: string;
  readonly maxTokens: number | null | undefined;
  readonly format: ResponseFormat;
}

/** A request of any shape in the product's own terms. @throws AppError 400 when there is no question in it. */
export function composeInbound(
  body: AskedFields,
  { messages, param, maxTokens, format }: Asked,
  context: InboundContext,
): Inbound {
  if (!messages.some((message) => message.role === 'user' && message.content.trim() !== '')) {
    throw new AppError('ERR_REQUEST_INVALID', `${param}: at least one user message must have text.`, {
      status: 400,
      param,
    });
  }
  return {
    ...context,
    messages,
    ...(body.model === undefined ? {} : { model: body.model }),
    ...(body.intramura?.collections === undefined ? {} : { collections: body.intramura.collections }),
    grounding: body.intramura?.grounding ?? 'auto',
    sampling: toSampling(body, maxTokens),
    format,
  };
}

/** OpenAI's `developer` is the newer name of `system`. */
export function toRole(role: MessageRole | 'developer'): MessageRole {
  return role === 'developer' ? 'system' : role;
}
