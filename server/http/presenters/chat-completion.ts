import type { z } from 'zod';
import type { FinishReason, Restored, Usage } from '../../domain/exchange.ts';
import type { chatCompletion, chatCompletionChunk } from '../schemas/chat-completion.ts';
import type { extensionResponse } from '../schemas/extension.ts';

type Chunk = z.input<typeof chatCompletionChunk>;

/** What every event of one completion repeats. */
export interface CompletionHead {
  readonly id: string;
  /** Unix time in seconds. */
  readonly created: number;
  readonly model: string;
}

export function presentChatCompletion(restored: Restored, created: number): z.input<typeof chatCompletion> {
  return {
    id: restored.id,
    object: 'chat.completion',
    created,
    model: restored.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: restored.answer, refusal: null },
        logprobs: null,
        finish_reason: presentFinish(restored.finish),
      },
    ],
    usage: presentUsage(restored.usage),
    intramura: presentExtension(restored),
  };
}

/** An event of a stream that carries text, a role, or the end. */
export function presentChunk(
  head: CompletionHead,
  delta: Chunk['choices'][number]['delta'],
  finish: FinishReason | undefined,
): Chunk {
  return {
    ...head,
    object: 'chat.completion.chunk',
    choices: [
      { index: 0, delta, logprobs: null, finish_reason: finish === undefined ? null : presentFinish(finish) },
    ],
  };
}

/** The extra last event of callers that asked for the usage. */
export function presentUsageChunk(head: CompletionHead, usage: Usage): Chunk {
  return { ...head, object: 'chat.completion.chunk', choices: [], usage: presentUsage(usage) };
}

export function presentExtension(
  restored: Pick<
    Restored,
    'sources' | 'redaction' | 'warned' | 'withheld' | 'receipt' | 'decision' | 'check'
  >,
): z.input<typeof extensionResponse> {
  const { sources, redaction, warned, withheld, receipt, decision, check } = restored;
  return { sources: [...sources], redaction, warned, withheld, receipt, decision, check };
}

export function presentUsage({ promptTokens, completionTokens }: Usage): {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
} {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

/** A caller that went away gets no answer, so `aborted` never reaches one; it counts as cut off. */
export function presentFinish(finish: FinishReason): 'stop' | 'length' {
  return finish === 'stop' ? 'stop' : 'length';
}
