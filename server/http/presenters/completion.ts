import type { z } from 'zod';
import type { FinishReason, Restored, Usage } from '../../domain/exchange.ts';
import type { completion, completionChunk } from '../schemas/completion.ts';
import { type CompletionHead, presentExtension, presentFinish, presentUsage } from './chat-completion.ts';

type Chunk = z.input<typeof completionChunk>;

const object = 'text_completion';

/** The answers to the prompts of one request, in their order. */
export function presentCompletion(
  head: CompletionHead,
  answers: readonly Restored[],
): z.input<typeof completion> {
  const [only, ...more] = answers;
  const isOne = only !== undefined && more.length === 0;
  return {
    ...head,
    object,
    choices: answers.map((restored, index) => ({
      ...presentChoice(index, restored.answer),
      finish_reason: presentFinish(restored.finish),
      ...(isOne ? {} : { intramura: presentExtension(restored) }),
    })),
    usage: presentUsage(sumOf(answers.map(({ usage }) => usage))),
    ...(isOne ? { intramura: presentExtension(only) } : {}),
  };
}

/** An event of a stream that carries text, or the end. */
export function presentTextChunk(
  head: CompletionHead,
  text: string,
  finish: FinishReason | undefined,
): Chunk {
  const reason = finish === undefined ? null : presentFinish(finish);
  return { ...head, object, choices: [{ ...presentChoice(0, text), finish_reason: reason }] };
}

/** The extra last event of callers that asked for the usage. */
export function presentTextUsageChunk(head: CompletionHead, usage: Usage): Chunk {
  return { ...head, object, choices: [], usage: presentUsage(usage) };
}

function presentChoice(index: number, text: string): { index: number; text: string; logprobs: null } {
  return { index, text, logprobs: null };
}

function sumOf(usages: readonly Usage[]): Usage {
  return {
    promptTokens: usages.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    completionTokens: usages.reduce((sum, { completionTokens }) => sum + completionTokens, 0),
  };
}
