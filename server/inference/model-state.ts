import type { AppError } from '../errors.ts';
import { unavailable, unloaded } from './work-queue.ts';

/** `unloaded`: stopped on purpose while the server goes on; `stopped`: stopped with the server. */
export const modelStates = ['starting', 'ready', 'restarting', 'failed', 'unloaded', 'stopped'] as const;
export type ModelState = (typeof modelStates)[number];

export interface SupervisorStatus {
  readonly state: ModelState;
  /** Since when the process can answer; absent while it cannot. */
  readonly readySince: Date | undefined;
  /** Why the model cannot answer, when something went wrong. Holds no text of a request. */
  readonly problem: string | undefined;
  readonly pid: number | undefined;
  /** Resident memory of the process, in MiB, as it last said. */
  readonly rss: number | undefined;
  readonly restarts: number;
  /** Pieces of work in hand: 0 or 1. */
  readonly running: number;
  readonly waiting: number;
}

export function isStopped(state: ModelState): boolean {
  return state === 'stopped' || state === 'unloaded';
}

/** Why a model in this state takes no work; undefined while work may be queued. */
export function refuse(model: string, state: ModelState): AppError | undefined {
  switch (state) {
    case 'failed':
    case 'stopped':
      return unavailable(model, `its process ${state}`);
    case 'unloaded':
      return unloaded(model);
    case 'starting':
    case 'ready':
    case 'restarting':
      return undefined;
    default:
      return state satisfies never;
  }
}
