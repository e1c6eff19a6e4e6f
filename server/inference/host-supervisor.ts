import { AppError, toAppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { connectHost, type HostConnection } from './host-connection.ts';
import { type HostEvent, type HostSettings, isFinal, type WorkBody } from './host-protocol.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { InferenceLimits } from './limits.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import type { SpawnHost } from './spawn-host.ts';
import { isStopped, type ModelState, refuse, type SupervisorStatus } from './model-state.ts';
import { TokenCounts } from './token-counts.ts';
import { unavailable, unloaded, type WorkItem, type WorkListener, WorkQueue } from './work-queue.ts';

export interface SupervisorOptions {
  readonly model: string;
  readonly settings: HostSettings;
  /**
   * Holds the model's files against the catalogue, before every load: they may have changed since the last one.
   * @throws AppError ERR_MODEL_MISSING, ERR_MODEL_DIGEST
   */
  readonly checkFiles: () => Promise<void>;
  readonly spawnHost: SpawnHost;
  readonly limits: InferenceLimits;
  readonly logger: Logger;
  readonly clock: Clock;
}

const LOAD_ID = 0;
const STOP_GRACE_MS = 2_000;

/**
 * Keeps one model process alive: starts it, gives it one piece of work at a time, notices when it dies, hangs or
 * babbles, fails the work in hand and starts it again after growing pauses. What waits survives the restart.
 */
export class HostSupervisor {
  readonly #options: SupervisorOptions;
  readonly #queue: WorkQueue;
  readonly #firstLoad: Deferred = createDeferred();
  readonly #counts: TokenCounts;
  #connection: HostConnection | undefined;
  #state: ModelState = 'starting';
  #rss: number | undefined;
  #readySince: Date | undefined;
  #problem: string | undefined;
  #restarts = 0;
  #failures = 0;
  #missedPings = 0;
  #recycling = false;
  #nextId = LOAD_ID + 1;
  #loadTimer: NodeJS.Timeout | undefined;
  #silenceTimer: NodeJS.Timeout | undefined;
  #pingTimer: NodeJS.Timeout | undefined;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(options: SupervisorOptions) {
    const { model, limits } = options;
    this.#options = options;
    this.#counts = new TokenCounts(model);
    this.#queue = new WorkQueue({ model, most: limits.queue, patience: limits.restartWait });
  }

  get model(): string {
    return this.#options.model;
  }

  status(): SupervisorStatus {
    return {
      state: this.#state,
      readySince: this.#readySince,
      problem: this.#problem,
      pid: this.#connection?.pid,
      rss: this.#rss,
      restarts: this.#restarts,
      running: this.#queue.inHand === undefined ? 0 : 1,
      waiting: this.#queue.length,
    };
  }

  /**
   * @throws AppError ERR_INFERENCE_UNAVAILABLE with the engine's reason when the model does not load,
   * ERR_MODEL_MISSING or ERR_MODEL_DIGEST when its files are not those of the catalogue.
   */
  start(): Promise<void> {
    void this.#load();
    return this.#firstLoad.promise;
  }

  /** Queues a piece of work and returns its id. Failures reach the listener. */
  submit(body: WorkBody, listener: WorkListener): number {
    const item: WorkItem = { id: this.#nextId++, body, listener };
    const refusal = refuse(this.#options.model, this.#state);
    if (refusal !== undefined) {
      listener.failed(refusal);
      return item.id;
    }
    this.#queue.add(item);
    if (this.#state === 'ready') this.#next();
    else this.#queue.startPatience();
    return item.id;
  }

  /** Tokens of each text by the model's own tokenizer. Does not wait for work in hand. @throws AppError ERR_INFERENCE_UNAVAILABLE */
  async countTokens(texts: readonly MaskedText[]): Promise<readonly number[]> {
    const connection = this.#connection;
    if (this.#state !== 'ready' || connection === undefined) throw this.#counts.refusal(this.#state);
    return this.#counts.ask(connection, { id: this.#nextId++, kind: 'count', texts });
  }

  /** Ends a piece of work: at once when it waits, after the current token when it runs. */
  abort(id: number, listener: WorkListener): void {
    if (this.#queue.withdraw(id)) {
      listener.event({ id, kind: 'end', finish: 'aborted', usage: { promptTokens: 0, completionTokens: 0 } });
    } else if (this.#queue.inHand?.id === id) {
      this.#connection?.send({ id, kind: 'abort' });
    }
  }

  /** Ends the process; what is in hand or waits fails. It cannot be started again. */
  async stop(as: 'stopped' | 'unloaded' = 'stopped'): Promise<void> {
    const connection = this.#connection;
    const { model } = this.#options;
    this.#state = as;
    this.#readySince = undefined;
    this.#problem = undefined;
    this.#clearTimers();
    clearTimeout(this.#restartTimer);
    const error = as === 'unloaded' ? unloaded(model) : unavailable(model, 'it is being stopped');
    this.#failAll(error);
    this.#firstLoad.reject(error);
    if (connection === undefined) return;
    connection.send({ id: this.#nextId++, kind: 'stop' });
    const grace = setTimeout(() => connection.kill('it did not leave'), STOP_GRACE_MS);
    await connection.gone;
    clearTimeout(grace);
  }

  async #load(): Promise<void> {
    try {
      await this.#options.checkFiles();
    } catch (error) {
      return this.#refuseFiles(toAppError(error));
    }
    // It may have been stopped meanwhile.
    if (!isStopped(this.#state)) this.#spawn();
  }

  /** At the start that is the end; later the files may come back, so they are looked at again and again. */
  #refuseFiles(error: AppError): void {
    const { logger, model, limits } = this.#options;
    if (isStopped(this.#state)) return;
    const isStart = this.#state === 'starting';
    this.#state = 'failed';
    this.#problem = error.message;
    this.#queue.failWaiting(unavailable(model, 'its files are not those of the catalogue'));
    this.#firstLoad.reject(error);
    if (isStart) return;
    logger.error({ model, code: error.code, reason: error.message }, 'model files refused');
    this.#restartTimer = setTimeout(() => void this.#load(), limits.backoffMost);
  }

  #spawn(): void {
    const { spawnHost, settings, limits } = this.#options;
    const connection: HostConnection = connectHost(spawnHost(settings.kind), {
      event: (event) => this.#receive(event),
      noise: (text) => this.#logNoise(text, this.#connection === connection && this.#state !== 'ready'),
      ended: (reason) => this.#ended(reason),
    });
    this.#connection = connection;
    this.#loadTimer = setTimeout(() => connection.kill('loading took too long'), limits.load);
    connection.send({ id: LOAD_ID, kind: 'load', settings });
  }

  #receive(event: HostEvent): void {
    this.#missedPings = 0;
    if (event.kind === 'loaded') this.#ready(event.rssMib);
    else if (event.kind === 'pong') this.#alive(event.rssMib);
    else if (this.#counts.settle(event)) return;
    else if (event.id === LOAD_ID && event.kind === 'error') this.#connection?.kill(event.message);
    else if (event.id === this.#queue.inHand?.id) this.#deliver(this.#queue.inHand, event);
  }

  #ready(rssMib: number): void {
    const { logger, model, limits, clock } = this.#options;
    clearTimeout(this.#loadTimer);
    this.#rss = rssMib;
    this.#state = 'ready';
    this.#readySince = clock.now();
    this.#problem = undefined;
    this.#pingTimer = setInterval(() => this.#ping(), limits.ping);
    this.#firstLoad.resolve();
    logger.info({ model, rss: rssMib, restarts: this.#restarts }, 'model ready');
    this.#queue.endPatience();
    this.#next();
  }

  #ping(): void {
    this.#missedPings += 1;
    if (this.#missedPings > this.#options.limits.missedPings) this.#connection?.kill('it hangs');
    else this.#connection?.send({ id: this.#nextId++, kind: 'ping' });
  }

  /** ONNX Runtime does not give memory back: above the limit an idle process is replaced. */
  #alive(rssMib: number): void {
    this.#rss = rssMib;
    this.#failures = 0;
    const { settings, limits } = this.#options;
    if (settings.kind !== 'onnx' || rssMib <= limits.recycleMib || this.#queue.inHand !== undefined) return;
    this.#recycling = true;
    this.#connection?.kill(`it holds ${rssMib} MiB`);
  }

  #deliver(item: WorkItem, event: HostEvent): void {
    clearTimeout(this.#silenceTimer);
    if (!isFinal(event)) this.#watchSilence();
    else {
      this.#queue.settle();
      if (event.kind !== 'error') this.#failures = 0;
    }
    item.listener.event(event);
    if (isFinal(event)) this.#next();
  }

  #next(): void {
    if (this.#state !== 'ready') return;
    const item = this.#queue.take();
    if (item === undefined) return;
    this.#watchSilence();
    this.#connection?.send({ id: item.id, ...item.body });
  }

  #watchSilence(): void {
    const connection = this.#connection;
    this.#silenceTimer = setTimeout(
      () => connection?.kill('it hangs in a request'),
      this.#options.limits.silence,
    );
  }

  #ended(reason: string): void {
    const { logger, model } = this.#options;
    const recycled = this.#recycling;
    this.#counts.failAll();
    this.#clearTimers();
    this.#connection = undefined;
    this.#rss = undefined;
    this.#readySince = undefined;
    this.#recycling = false;
    if (isStopped(this.#state)) return;
    this.#problem = recycled ? undefined : `Its process ended: ${reason}.`;
    if (this.#state === 'starting') return this.#neverLoaded(reason);
    this.#queue.failInHand(unavailable(model, 'its process ended in mid-answer'));
    this.#failures += recycled ? 0 : 1;
    this.#state = this.#failures >= this.#options.limits.failures ? 'failed' : 'restarting';
    logger.warn({ model, reason, failures: this.#failures }, 'model process ended');
    if (this.#state === 'failed') this.#queue.failWaiting(unavailable(model, 'its process keeps failing'));
    this.#queue.startPatience();
    this.#restarts += 1;
    this.#restartTimer = setTimeout(() => void this.#load(), recycled ? 0 : this.#pause());
  }

  #neverLoaded(reason: string): void {
    const { model } = this.#options;
    const error = new AppError('ERR_INFERENCE_UNAVAILABLE', `The model ${model} does not load: ${reason}.`, {
      status: 503,
    });
    this.#state = 'failed';
    this.#problem = error.message;
    this.#failAll(unavailable(model, 'it does not load'));
    this.#firstLoad.reject(error);
  }

  #pause(): number {
    const { backoff, backoffMost } = this.#options.limits;
    return Math.min(backoff * 2 ** (this.#failures - 1), backoffMost);
  }

  #failAll(error: AppError): void {
    this.#queue.failInHand(error);
    this.#queue.failWaiting(error);
  }

  /**
   * Engines may repeat their input when they complain, so only what a process says while it loads is logged, and of
   * everything after that, its last words included, only the amount.
   */
  #logNoise(text: string, loading: boolean): void {
    const { logger, model } = this.#options;
    if (loading) logger.debug({ model, said: text.trim() }, 'model process says');
    else logger.debug({ model, bytes: text.length }, 'model process complains');
  }

  #clearTimers(): void {
    clearTimeout(this.#loadTimer);
    clearTimeout(this.#silenceTimer);
    clearInterval(this.#pingTimer);
    this.#missedPings = 0;
  }
}
