import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Decision } from './domain/exchange.ts';
import type { MaskedCounts } from './domain/masked.ts';

/** One method for each business event. Labels have few values and never a person's data. */
export interface Metrics {
  exchangeEnded(event: { model: string; decision: Decision; seconds: number; masked: MaskedCounts }): void;
  exchangeFailed(event: { code: string }): void;
  requestEnded(event: { method: string; route: string; status: number; seconds: number }): void;
  sentencesRemoved(count: number): void;
  modelReady(event: { model: string; ready: boolean }): void;
  /** The metrics in Prometheus' text format. */
  render(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const exchanges = new Counter({
    name: 'intramura_exchanges_total',
    help: 'Exchanges that ended with an answer, by model and decision.',
    labelNames: ['model', 'decision'] as const,
    registers,
  });
  const failures = new Counter({
    name: 'intramura_exchange_failures_total',
    help: 'Exchanges that ended without an answer, by error code.',
    labelNames: ['code'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'intramura_exchange_seconds',
    help: 'Time from the question to the durable outcome.',
    labelNames: ['model'] as const,
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const masked = new Counter({
    name: 'intramura_masked_values_total',
    help: 'Values masked before a model saw them, by entity type.',
    labelNames: ['type'] as const,
    registers,
  });
  const removed = new Counter({
    name: 'intramura_unsupported_sentences_total',
    help: 'Sentences removed from answers because their evidence did not support them.',
    registers,
  });
  const requests = new Histogram({
    name: 'intramura_http_request_seconds',
    help: 'Time to answer HTTP requests, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30],
    registers,
  });
  const models = new Gauge({
    name: 'intramura_model_ready',
    help: 'Whether a model is loaded and answers: 1 or 0.',
    labelNames: ['model'] as const,
    registers,
  });
  return {
    exchangeEnded(event) {
      exchanges.inc({ model: event.model, decision: event.decision });
      seconds.observe({ model: event.model }, event.seconds);
      for (const [type, count] of Object.entries(event.masked)) masked.inc({ type }, count);
    },
    exchangeFailed: (event) => failures.inc({ code: event.code }),
    requestEnded: (event) =>
      requests.observe(
        { method: event.method, route: event.route, status: String(event.status) },
        event.seconds,
      ),
    sentencesRemoved: (count) => removed.inc(count),
    modelReady: (event) => models.set({ model: event.model }, event.ready ? 1 : 0),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
