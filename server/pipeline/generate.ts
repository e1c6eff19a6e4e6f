import type { Generated, Intended } from '../domain/exchange.ts';
import { toAppError } from '../errors.ts';
import type { AnswerSink } from './answer-sink.ts';
import { chat } from './chat.ts';
import type { Draft, GenerateDeps } from './draft.ts';
import { quote } from './quote.ts';
import { giveApproved } from './give-approved.ts';
import { createRelease, type Release } from './release.ts';
import { write } from './write.ts';

/** Answers in the way that grounding asks for. A failure is recorded with what had been let go by then. */
export function createGenerate(
  deps: GenerateDeps,
): (intended: Intended, sink: AnswerSink) => Promise<Generated> {
  return async (intended, sink) => {
    const release = createRelease(intended, sink);
    try {
      const draft = await answerBy(deps, intended, release);
      return { ...intended, ...draft };
    } catch (error) {
      await deps.audit.recordFailure(intended, toAppError(error).code, release.sent());
      throw error;
    }
  };
}

async function answerBy(deps: GenerateDeps, intended: Intended, release: Release): Promise<Draft> {
  if (intended.approved !== undefined) return giveApproved(intended.approved);
  switch (intended.grounding) {
    case 'off':
      return chat(deps, intended, release);
    case 'verbatim':
      return quote(deps, intended);
    case 'free':
      return write(deps, intended, release);
    default:
      return intended.grounding satisfies never;
  }
}
