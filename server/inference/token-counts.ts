import type { AppError } from '../errors.ts';
import type { HostConnection } from './host-connection.ts';
import type { HostEvent, HostRequest } from './host-protocol.ts';
import { type ModelState, refuse } from './model-state.ts';
import { unavailable } from './work-queue.ts';

interface Waiting {
  readonly resolve: (tokens: readonly number[]) => void;
  readonly reject: (error: AppError) => void;
}

/** Counts that a model process was asked for. They go beside its queue, so that a long answer holds up no question. */
export class TokenCounts {
  readonly #model: string;
  readonly #waiting = new Map<number, Waiting>();

  constructor(model: string) {
    this.#model = model;
  }

  ask(connection: HostConnection, request: HostRequest): Promise<readonly number[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      connection.send(request);
    });
  }

  /** Why a model in this state counts nothing now. */
  refusal(state: ModelState): AppError {
    return refuse(this.#model, state) ?? unavailable(this.#model, 'it is not loaded');
  }

  /** Whether the event ended one of them. */
  settle(event: HostEvent): boolean {
    const waiting = this.#waiting.get(event.id);
    if (waiting === undefined) return false;
    this.#waiting.delete(event.id);
    if (event.kind === 'counted') waiting.resolve(event.tokens);
    else waiting.reject(unavailable(this.#model, 'it could not count tokens'));
    return true;
  }

  /** The process is gone. */
  failAll(): void {
    for (const { reject } of this.#waiting.values())
      reject(unavailable(this.#model, 'its process ended while it counted tokens'));
    this.#waiting.clear();
  }
}
