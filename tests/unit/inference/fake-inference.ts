import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { GenerationEvent } from '../../../server/inference/generation.ts';
import { createInference, type Inference, type ModelStatus } from '../../../server/inference/inference.ts';
import type { InferenceLimits } from '../../../server/inference/limits.ts';
import { createLogger } from '../../../server/logger.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { intendedExchange, masked } from './intended-exchange.ts';
import type { ModelCard } from '../../../server/domain/model-card.ts';
import { cardOf, MODELS } from './starter-cards.ts';

const fakeHost = fileURLToPath(new URL('fake-host.mjs', import.meta.url));
export const chat = cardOf('chat');
export const embedder = cardOf('embedding');
/** No such model ships; the fake process needs none of its files, so it borrows those of the embedder. */
export const nli: ModelCard = { ...embedder, id: 'nli', purpose: 'nli' };

export const ner: ModelCard = {
  ...embedder,
  id: 'ner',
  purpose: 'ner',
  labels: { PER: 'PERSON' },
  threshold: 0.5,
  mostTokens: 100,
};

export interface FakeInference {
  /** The service on fake hosts, none of which runs yet. */
  readonly prepare: (
    limits?: Partial<InferenceLimits>,
    behaviours?: readonly (readonly string[])[],
    cards?: readonly ModelCard[],
  ) => Inference;
  /** Starts the service on fake hosts; `behaviours` says how the first, second, … process loads. */
  readonly start: (
    limits?: Partial<InferenceLimits>,
    behaviours?: readonly (readonly string[])[],
    cards?: readonly ModelCard[],
  ) => Promise<Inference>;
  /** The service that was started last. */
  readonly current: () => Inference | undefined;
  readonly close: () => Promise<void>;
}

export function createFakeInference(log: (text: string) => void = () => undefined): FakeInference {
  let inference: Inference | undefined;
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log(chunk.toString());
      done();
    },
  });
  const prepare: FakeInference['prepare'] = (limits = {}, behaviours = [], cards = [chat, embedder]) => {
    let spawned = 0;
    inference = createInference({
      cards,
      modelsDir: MODELS,
      logger: createLogger('debug', destination),
      clock: systemClock,
      threads: 1,
      limits: { backoff: 10, backoffMost: 40, ...limits },
      spawnHost: (kind) => {
        const behaviour = kind === 'llama' ? (behaviours[spawned++] ?? behaviours.at(-1) ?? []) : [];
        return spawn(process.execPath, [fakeHost, ...behaviour], { stdio: 'pipe' });
      },
    });
    return inference;
  };
  return {
    prepare,
    async start(limits, behaviours, cards) {
      const service = prepare(limits, behaviours, cards);
      await service.start();
      return service;
    },
    current: () => inference,
    async close() {
      await inference?.[Symbol.asyncDispose]();
      inference = undefined;
    },
  };
}

export function ask(
  service: Inference,
  command: string,
  signal = new AbortController().signal,
): AsyncIterable<GenerationEvent> {
  const messages = [{ role: 'user', content: masked(command) }] as const;
  return service.generate(
    { exchange: intendedExchange(chat), messages, constraint: { kind: 'none' } },
    signal,
  );
}

export async function collect(
  events: AsyncIterable<GenerationEvent>,
): Promise<{ text: string; finish: string }> {
  let text = '';
  for await (const event of events) {
    if (event.kind === 'end') return { text, finish: event.finish };
    text += event.text;
  }
  throw new Error('No end event.');
}

export function statusOf(service: Inference | undefined, id = chat.id): ModelStatus | undefined {
  return service?.status().find((status) => status.id === id);
}
