import type { Inbound, Restored } from '../domain/exchange.ts';
import { languageOf } from '../domain/language.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { toAppError } from '../errors.ts';
import type { ExchangeFact, ExchangeFacts } from '../insights/exchange-facts.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { AnswerSink } from './answer-sink.ts';

type Answer = (inbound: Inbound, sink: AnswerSink) => Promise<Restored>;

export interface MeasuredDeps {
  readonly metrics: Metrics;
  readonly facts: Pick<ExchangeFacts, 'record'>;
  /** Chat models of the catalogue; the first is the default. */
  readonly chatModels: readonly Pick<ModelCard, 'id'>[];
  readonly logger: Logger;
}

/** The pipeline with a measurement around it. */
export function measured({ metrics, facts, chatModels, logger }: MeasuredDeps, run: Answer): Answer {
  /** Nobody waits for it, and a figure that is lost harms nothing. */
  const keep = (fact: ExchangeFact): void => {
    facts.record(fact).catch((error: unknown) => {
      logger.warn({ code: toAppError(error).code }, 'an exchange is missing from the figures');
    });
  };
  return async (inbound, sink) => {
    const started = performance.now();
    const language = languageOf(inbound.messages.findLast(({ role }) => role === 'user')?.content ?? '');
    try {
      const restored = await run(inbound, sink);
      const { model, decision, redaction: masked, check, maskProfile } = restored;
      const ms = performance.now() - started;
      metrics.exchangeEnded({ model, decision, masked, seconds: ms / 1000 });
      if (check.removed > 0) metrics.sentencesRemoved(check.removed);
      keep({ model, decision, language, ms, maskProfile, masked });
      return restored;
    } catch (error) {
      const { code } = toAppError(error);
      metrics.exchangeFailed({ code });
      const model = knownModel(chatModels, inbound.model);
      keep({ model, decision: undefined, code, language, ms: performance.now() - started, masked: {} });
      throw error;
    }
  };
}

/** Only an id of the catalogue: anything else is the caller's own text. */
function knownModel(models: MeasuredDeps['chatModels'], wanted: string | undefined): string | undefined {
  return (wanted === undefined ? models[0] : models.find(({ id }) => id === wanted))?.id;
}
