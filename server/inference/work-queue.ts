import { AppError } from '../errors.ts';
import type { HostEvent, WorkBody } from './host-protocol.ts';

/** What a piece of work reports. Nothing comes after `end`, `vectors`, `measured`, `error` or `failed`. */
export interface WorkListener {
  event(event: HostEvent): void;
  failed(error: AppError): void;
}

export interface WorkItem {
  readonly id: number;
  readonly body: WorkBody;
  readonly listener: WorkListener;
}

interface Waiting extends WorkItem {
  expiry?: NodeJS.Timeout;
}

export interface WorkQueueOptions {
  readonly model: string;
  /** Most items that may wait. */
  readonly most: number;
  /** How long an item waits for a model that is not running, in milliseconds. */
  readonly patience: number;
}

/** The 503 of a model that cannot answer now. */
export function unavailable(model: string, why: string): AppError {
  return new AppError(
    'ERR_INFERENCE_UNAVAILABLE',
    `The model ${model} is not available: ${why}. Try again in a few seconds.`,
    { status: 503, expose: true },
  );
}

/** The 503 of a model that was unloaded on purpose. Trying again helps only once somebody has loaded it. */
export function unloaded(model: string): AppError {
  return new AppError(
    'ERR_MODEL_UNLOADED',
    `The model ${model} is unloaded. Choose another model, or ask an administrator to load it on the Models page.`,
    { status: 503, expose: true, retryAfterSeconds: 60 },
  );
}

/** One item in hand, the others waiting in order. */
export class WorkQueue {
  readonly #options: WorkQueueOptions;
  #waiting: Waiting[] = [];
  #inHand: WorkItem | undefined;

  constructor(options: WorkQueueOptions) {
    this.#options = options;
  }

  get inHand(): WorkItem | undefined {
    return this.#inHand;
  }

  get length(): number {
    return this.#waiting.length;
  }

  add(item: WorkItem): void {
    if (this.#waiting.length < this.#options.most) {
      this.#waiting.push({ ...item });
      return;
    }
    item.listener.failed(
      unavailable(this.#options.model, `${this.#options.most} requests are waiting for it already`),
    );
  }

  /** Takes the next item into hand, when the hand is free. */
  take(): WorkItem | undefined {
    if (this.#inHand !== undefined) return undefined;
    const next = this.#waiting.shift();
    clearTimeout(next?.expiry);
    this.#inHand = next;
    return next;
  }

  /** The item in hand is done. */
  settle(): void {
    this.#inHand = undefined;
  }

  /** Takes a waiting item out. False when it does not wait. */
  withdraw(id: number): boolean {
    const found = this.#waiting.find((item) => item.id === id);
    if (found === undefined) return false;
    clearTimeout(found.expiry);
    this.#waiting = this.#waiting.filter((item) => item !== found);
    return true;
  }

  failInHand(error: AppError): void {
    const item = this.#inHand;
    this.#inHand = undefined;
    item?.listener.failed(error);
  }

  failWaiting(error: AppError): void {
    const items = this.#waiting;
    this.#waiting = [];
    for (const item of items) {
      clearTimeout(item.expiry);
      item.listener.failed(error);
    }
  }

  /** While the model is not running: what waits gives up after its patience. */
  startPatience(): void {
    for (const item of this.#waiting) {
      item.expiry ??= setTimeout(() => {
        if (this.withdraw(item.id))
          item.listener.failed(unavailable(this.#options.model, 'it is being restarted'));
      }, this.#options.patience);
    }
  }

  /** The model runs again: what waits may wait for its turn. */
  endPatience(): void {
    for (const item of this.#waiting) {
      clearTimeout(item.expiry);
      delete item.expiry;
    }
  }
}
