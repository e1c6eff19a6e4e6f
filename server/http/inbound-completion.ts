import type { Inbound } from '../domain/exchange.ts';
import { composeInbound, type InboundContext } from './compose-inbound.ts';
import type { CompletionRequest } from './schemas/completion.ts';

/**
 * One prompt of a completion request in the product's own terms. The models answer questions, they do not continue text: a
 * prompt is what a user says. @throws AppError 400 when it is blank.
 */
export function toPromptInbound(body: CompletionRequest, prompt: string, context: InboundContext): Inbound {
  const asked = {
    messages: [{ role: 'user', content: prompt }],
    param: 'prompt',
    maxTokens: body.max_tokens,
    format: { kind: 'text' },
  } as const;
  return composeInbound(body, asked, context);
}

export function promptsOf({ prompt }: CompletionRequest): readonly string[] {
  return typeof prompt === 'string' ? [prompt] : prompt;
}
