import type { Sampling } from '../domain/exchange.ts';
import type { ChatCompletionRequest } from './schemas/chat-completion.ts';

const DEFAULT_MAX_TOKENS = 512;

/** Temperature 0 unless asked otherwise: the same question gets the same answer, which an auditor can repeat. */
export function toSampling(body: ChatCompletionRequest): Sampling {
  return {
    maxTokens: body.max_completion_tokens ?? body.max_tokens ?? DEFAULT_MAX_TOKENS,
    temperature: body.temperature ?? 0,
    topP: body.top_p ?? 1,
    stop: typeof body.stop === 'string' ? [body.stop] : (body.stop ?? []),
    ...(typeof body.seed === 'number' ? { seed: body.seed } : {}),
  };
}
