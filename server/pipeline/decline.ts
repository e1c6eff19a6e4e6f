import type { Usage } from '../domain/exchange.ts';
import type { Draft } from './draft.ts';

const noTokens: Usage = { promptTokens: 0, completionTokens: 0 };

/** Declines without having asked a model: the evidence is too weak. */
export function declineUnasked(sentence: string): Draft {
  return decline(sentence, { prompt: [], removed: 0, usage: noTokens });
}

/** Says that the knowledge has no answer, instead of guessing. */
export function decline(
  sentence: string,
  { prompt, removed, usage }: Pick<Draft, 'prompt' | 'usage'> & { readonly removed: number },
): Draft {
  return {
    prompt,
    answer: sentence,
    cited: [],
    decision: 'declined',
    check: { supported: 0, removed },
    finish: 'stop',
    usage,
  };
}
