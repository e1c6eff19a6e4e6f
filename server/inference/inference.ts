import { resolve } from 'node:path';
import type { MaskedText } from '../domain/masked.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { verifyModel } from './catalog.ts';
import { type EmbedResult, embedTexts } from './embed-texts.ts';
import { streamGeneration } from './stream-generation.ts';
import type { GenerationEvent, GenerationRequest } from './generation.ts';
import { assertGguf } from './gguf-header.ts';
import { toHostSettings } from './host-settings.ts';
import { HostSupervisor, type SupervisorStatus } from './host-supervisor.ts';
import { defaultLimits, type InferenceLimits } from './limits.ts';
import { forkHost, type SpawnHost } from './spawn-host.ts';

export interface InferenceOptions {
  readonly cards: readonly ModelCard[];
  readonly modelsDir: string;
  readonly logger: Logger;
  /** Threads of each language model. More than the free processors makes it slower, not faster. */
  readonly threads: number;
  readonly spawnHost?: SpawnHost;
  readonly limits?: Partial<InferenceLimits>;
}

export type { Constraint } from './constraint.ts';
export type { EmbedResult } from './embed-texts.ts';
export { assertSchemaSupported } from './schema-support.ts';
export type { GenerationEvent, GenerationRequest } from './generation.ts';

export interface ModelStatus extends SupervisorStatus {
  readonly id: string;
}

export interface Inference extends AsyncDisposable {
  /**
   * Starts one process per model and waits until all are loaded. Files are held against the catalogue before every
   * load, also when a process is started again.
   * @throws AppError ERR_MODEL_MISSING, ERR_MODEL_DIGEST, ERR_INFERENCE_UNAVAILABLE
   */
  start(): Promise<void>;
  /**
   * Streams one answer; the last event is `end`. Leaving the iteration early, or the signal, stops the model.
   * @throws AppError ERR_INFERENCE_CONTEXT (400), ERR_INFERENCE_GRAMMAR (400), ERR_INFERENCE_UNAVAILABLE (503),
   * ERR_MODEL_UNKNOWN (404)
   */
  generate(request: GenerationRequest, signal: AbortSignal): AsyncIterable<GenerationEvent>;
  /** One vector of length 1 per text. @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNKNOWN (404) */
  embed(model: ModelCard, texts: readonly MaskedText[], signal?: AbortSignal): Promise<EmbedResult>;
  status(): readonly ModelStatus[];
  /** Whether every model can answer now. */
  ready(): boolean;
}

/** Builds the inference service. Nothing runs before `start`. */
export function createInference(options: InferenceOptions): Inference {
  const { cards, logger, spawnHost = forkHost } = options;
  const modelsDir = resolve(options.modelsDir);
  const limits = { ...defaultLimits, ...options.limits };
  const supervisors = new Map(
    cards.map((card) => {
      const settings = toHostSettings(modelsDir, card, options.threads);
      const checkFiles = async (): Promise<void> => {
        await verifyModel(modelsDir, card);
        await assertGguf(modelsDir, card);
      };
      return [
        card.id,
        new HostSupervisor({ model: card.id, settings, checkFiles, spawnHost, limits, logger }),
      ];
    }),
  );
  const supervisorOf = (card: ModelCard): HostSupervisor => {
    const found = supervisors.get(card.id);
    if (found !== undefined) return found;
    throw new AppError('ERR_MODEL_UNKNOWN', `There is no model ${card.id}.`, { status: 404, param: 'model' });
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...supervisors.values()].map((supervisor) => supervisor.stop()));
  };
  return {
    async start() {
      await Promise.all([...supervisors.values()].map((supervisor) => supervisor.start()));
    },
    generate: (request, signal) => streamGeneration(supervisorOf(request.exchange.model), request, signal),
    embed: async (model, texts, signal) => embedTexts(supervisorOf(model), texts, signal),
    status: () => [...supervisors].map(([id, supervisor]) => ({ id, ...supervisor.status() })),
    ready: () => [...supervisors.values()].every((supervisor) => supervisor.status().state === 'ready'),
    [Symbol.asyncDispose]: stop,
  };
}
