import { resolve } from 'node:path';
import type { MaskedText } from '../domain/masked.ts';
import type { UnmaskedText } from '../domain/unmasked.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { type EmbedResult, embedTexts } from './embed-texts.ts';
import { entail, type Entailment, type EntailmentPair } from './entail.ts';
import { recognise, type RecognisedPlace } from './recognise.ts';
import { rerank } from './rerank.ts';
import { streamGeneration } from './stream-generation.ts';
import type { GenerationEvent, GenerationRequest } from './generation.ts';
import { assertGguf } from './gguf-header.ts';
import { toHostSettings } from './host-settings.ts';
import { HostSupervisor } from './host-supervisor.ts';
import { defaultLimits, type InferenceLimits } from './limits.ts';
import { measureModel } from './measure-model.ts';
import { assertVerified, type FileCheck, inspectModelFiles } from './model-files.ts';
import type { ModelSpeed } from './model-speed.ts';
import type { SupervisorStatus } from './model-state.ts';
import { forkHost, type SpawnHost } from './spawn-host.ts';

export interface InferenceOptions {
  readonly cards: readonly ModelCard[];
  readonly modelsDir: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Threads of each language model. More than the free processors makes it slower, not faster. */
  readonly threads: number;
  readonly spawnHost?: SpawnHost;
  readonly limits?: Partial<InferenceLimits>;
}

export type { Constraint } from './constraint.ts';
export type { EmbedResult } from './embed-texts.ts';
export type { Entailment, EntailmentPair } from './entail.ts';
export { assertSchemaSupported } from './schema-support.ts';
export type { GenerationEvent, GenerationRequest } from './generation.ts';
export { type FileCheck, fileStates } from './model-files.ts';
export { modelSpeed, type ModelSpeed } from './model-speed.ts';
export { modelStates } from './model-state.ts';

/** When a model's files were last held against the catalogue, and how they stood. */
export interface FileReport {
  readonly at: Date;
  readonly files: readonly FileCheck[];
}

export interface ModelStatus extends SupervisorStatus {
  readonly id: string;
  /** Absent before the first check, which comes before the first load. */
  readonly files: FileReport | undefined;
}

export interface Inference extends AsyncDisposable {
  /**
   * Starts one process per model, of all or of these, and waits until they are loaded. Files are held against the
   * catalogue before every load, also when a process is started again.
   * @throws AppError ERR_MODEL_MISSING, ERR_MODEL_DIGEST, ERR_INFERENCE_UNAVAILABLE
   */
  start(only?: readonly ModelCard[]): Promise<void>;
  /**
   * Loads a model that was unloaded or has failed, and waits until it is ready. A model that runs or is being
   * started is left alone.
   * @throws AppError ERR_MODEL_MISSING, ERR_MODEL_DIGEST, ERR_INFERENCE_UNAVAILABLE; the state is then `failed`
   */
  load(model: ModelCard): Promise<void>;
  /** Ends the model's process, frees its memory and fails what it works on. Resolves when the process is gone. */
  unload(model: ModelCard): Promise<void>;
  /** Hashes the model's files again. What runs is not disturbed, whatever is found. */
  verify(model: ModelCard): Promise<FileReport>;
  /** Times a loaded model in its own process. @throws AppError ERR_INFERENCE_UNAVAILABLE, ERR_MODEL_UNLOADED */
  measure(model: ModelCard, progress: (share: number) => void): Promise<ModelSpeed>;
  /**
   * Streams one answer; the last event is `end`. Leaving the iteration early, or the signal, stops the model.
   * @throws AppError ERR_INFERENCE_CONTEXT (400), ERR_INFERENCE_GRAMMAR (400), ERR_INFERENCE_UNAVAILABLE (503),
   * ERR_MODEL_UNLOADED (503), ERR_MODEL_UNKNOWN (404)
   */
  generate(request: GenerationRequest, signal: AbortSignal): AsyncIterable<GenerationEvent>;
  /**
   * One vector of length 1 per text.
   * @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNLOADED (503), ERR_MODEL_UNKNOWN (404)
   */
  embed(model: ModelCard, texts: readonly MaskedText[], signal?: AbortSignal): Promise<EmbedResult>;
  /**
   * Tokens of each text by the model's own tokenizer, without those that its template adds.
   * @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNLOADED (503), ERR_MODEL_UNKNOWN (404)
   */
  countTokens(model: ModelCard, texts: readonly MaskedText[]): Promise<readonly number[]>;
  /**
   * What each premise says of its claim, by a model of purpose `nli`.
   * @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNLOADED (503), ERR_MODEL_UNKNOWN (404)
   */
  entail(model: ModelCard, pairs: readonly EntailmentPair[]): Promise<readonly Entailment[]>;
  /**
   * How far each document answers the query, from 0 to 1, in their order, by a model of purpose `reranker`.
   * @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNLOADED (503), ERR_MODEL_UNKNOWN (404)
   */
  rerank(
    model: ModelCard,
    query: MaskedText,
    documents: readonly MaskedText[],
    signal?: AbortSignal,
  ): Promise<readonly number[]>;
  /**
   * Values that a model of purpose `ner` finds in a text that is not masked: the only door for such text, and it leads to
   * the process of that model alone.
   * @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNLOADED (503), ERR_MODEL_UNKNOWN (404),
   * ERR_REQUEST_TOO_LARGE (413)
   */
  recognise(model: ModelCard, text: UnmaskedText, signal: AbortSignal): Promise<readonly RecognisedPlace[]>;
  status(): readonly ModelStatus[];
  /** Whether every model that is meant to run can answer now. */
  ready(): boolean;
}

/** Builds the inference service. Nothing runs before `start`. */
export function createInference(options: InferenceOptions): Inference {
  const { cards, clock } = options;
  const modelsDir = resolve(options.modelsDir);
  const reports = new Map<string, FileReport>();
  const verify = async (card: ModelCard): Promise<FileReport> => {
    const report = { files: await inspectModelFiles(modelsDir, card), at: clock.now() };
    reports.set(card.id, report);
    return report;
  };
  const supervise = createSupervise({ ...options, modelsDir }, verify);
  const supervisors = new Map(cards.map((card) => [card.id, supervise(card)]));
  const supervisorOf = (card: ModelCard): HostSupervisor => {
    const found = supervisors.get(card.id);
    if (found !== undefined) return found;
    throw new AppError('ERR_MODEL_UNKNOWN', `There is no model ${card.id}.`, { status: 404, param: 'model' });
  };
  return {
    async start(only = cards) {
      await Promise.all(only.map((card) => supervisorOf(card).start()));
    },
    async load(card) {
      const former = supervisorOf(card);
      if (!isIdle(former)) return;
      // In place before anything is waited for, so that a second call finds a model that is being started.
      const next = supervise(card);
      supervisors.set(card.id, next);
      await former.stop('unloaded');
      await next.start();
    },
    unload: async (card) => supervisorOf(card).stop('unloaded'),
    verify,
    measure: async (card, progress) => measureModel(supervisorOf(card), progress),
    generate: (request, signal) => streamGeneration(supervisorOf(request.exchange.model), request, signal),
    embed: async (model, texts, signal) => embedTexts(supervisorOf(model), texts, signal),
    countTokens: async (model, texts) => supervisorOf(model).countTokens(texts),
    entail: async (model, pairs) => entail(supervisorOf(model), pairs),
    rerank: async (model, query, documents, signal) => rerank(supervisorOf(model), query, documents, signal),
    recognise: async (model, text, signal) => recognise(supervisorOf(model), model, text, signal),
    status: () =>
      [...supervisors].map(([id, supervisor]) => ({ id, files: reports.get(id), ...supervisor.status() })),
    ready: () => [...supervisors.values()].every((supervisor) => isWell(supervisor)),
    async [Symbol.asyncDispose]() {
      await Promise.all([...supervisors.values()].map((supervisor) => supervisor.stop()));
    },
  };
}

function createSupervise(
  { modelsDir, threads, spawnHost = forkHost, limits, logger, clock }: InferenceOptions,
  verify: (card: ModelCard) => Promise<FileReport>,
): (card: ModelCard) => HostSupervisor {
  return (card) =>
    new HostSupervisor({
      model: card.id,
      settings: toHostSettings(modelsDir, card, threads),
      checkFiles: async () => {
        assertVerified(modelsDir, card, (await verify(card)).files);
        await assertGguf(modelsDir, card);
      },
      spawnHost,
      limits: { ...defaultLimits, ...limits },
      logger,
      clock,
    });
}

function isIdle(supervisor: HostSupervisor): boolean {
  const { state } = supervisor.status();
  return state === 'unloaded' || state === 'failed';
}

/** A model that was unloaded on purpose keeps nobody from the rest. */
function isWell(supervisor: HostSupervisor): boolean {
  const { state } = supervisor.status();
  return state === 'ready' || state === 'unloaded';
}
