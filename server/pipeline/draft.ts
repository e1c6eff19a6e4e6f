import type { AuditLog } from '../audit/audit-log.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { CitationCheck, Decision, FinishReason, Usage } from '../domain/exchange.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { Message } from '../domain/message.ts';
import { AppError } from '../errors.ts';
import type { EntailPairs } from './check-claim.ts';
import type { GenerationEvent, Inference } from '../inference/inference.ts';
import type { Prompts } from '../inference/prompts.ts';

/** What the ways of answering work with. */
export interface GenerateDeps {
  readonly inference: Inference;
  readonly prompts: Prompts;
  /** Natural-language inference; undefined when the catalogue has no model for it. */
  readonly entail: EntailPairs | undefined;
  readonly audit: Pick<AuditLog, 'recordFailure'>;
}

/** What a way of answering adds to the exchange. */
export interface Draft {
  /** The messages as the model was given them; empty when no model was asked. */
  readonly prompt: readonly Message<MaskedText>[];
  readonly answer: string;
  readonly cited: readonly Evidence[];
  readonly decision: Decision;
  readonly check: CitationCheck;
  readonly finish: FinishReason;
  readonly usage: Usage;
}

export interface Ending {
  readonly finish: FinishReason;
  readonly usage: Usage;
}

/**
 * Hands on each piece of text and returns how the model ended.
 * @throws AppError ERR_EXCHANGE_ABORTED when the caller went away: a cut answer is none
 */
export async function readGeneration(
  events: AsyncIterable<GenerationEvent>,
  take: (text: string) => Promise<void> | void,
): Promise<Ending> {
  for await (const event of events) {
    if (event.kind === 'text') await take(event.text);
    else if (event.finish === 'aborted') throw aborted();
    else return { finish: event.finish, usage: event.usage };
  }
  throw new AppError('ERR_INFERENCE_UNAVAILABLE', 'The model stopped without an end. Try again.', {
    status: 503,
  });
}

/** Status 499 is what reverse proxies log for a client that closed the request. */
function aborted(): AppError {
  return new AppError('ERR_EXCHANGE_ABORTED', 'The caller went away.', { status: 499 });
}
