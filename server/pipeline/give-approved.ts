import type { Evidence } from '../domain/evidence.ts';
import { citationOf } from '../inference/prompts.ts';
import type { Draft } from './draft.ts';

/** Answers with what a person approved, word for word. No model is asked, so there are no tokens and nothing to check. */
export function giveApproved(approved: Evidence): Draft {
  return {
    prompt: [],
    answer: `${approved.sentence} ${citationOf(approved)}`,
    cited: [approved],
    decision: 'approved',
    check: { supported: 1, removed: 0 },
    finish: 'stop',
    usage: { promptTokens: 0, completionTokens: 0 },
  };
}
