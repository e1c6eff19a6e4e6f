import type { Usage } from '../domain/exchange.ts';
import type { Draft } from './draft.ts';

const noTokens: Usage = { promptTokens: 0, completionTokens: 0 };

/** Says that the knowledge has no answer, instead of guessing. */
export function decline(sentence: string, removed: number, usage: Usage = noTokens): Draft {
  return {
    answer: sentence,
    cited: [],
    decision: 'declined',
    check: { supported: 0, removed },
    finish: 'stop',
    usage,
  };
}
