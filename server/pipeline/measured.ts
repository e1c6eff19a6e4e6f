import type { Inbound, Restored } from '../domain/exchange.ts';
import { toAppError } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import type { AnswerSink } from './answer-sink.ts';

type Answer = (inbound: Inbound, sink: AnswerSink) => Promise<Restored>;

/** The pipeline with a measurement around it. */
export function measured(metrics: Metrics, run: Answer): Answer {
  return async (inbound, sink) => {
    const started = performance.now();
    try {
      const restored = await run(inbound, sink);
      const { model, decision, redaction: masked, check } = restored;
      metrics.exchangeEnded({ model, decision, masked, seconds: (performance.now() - started) / 1000 });
      if (check.removed > 0) metrics.sentencesRemoved(check.removed);
      return restored;
    } catch (error) {
      metrics.exchangeFailed({ code: toAppError(error).code });
      throw error;
    }
  };
}
