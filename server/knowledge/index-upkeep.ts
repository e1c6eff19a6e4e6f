import { toAppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { type IndexState, readyState } from './index-state.ts';

/** Told how many chunks are done, and how many there are to do. */
export type Progress = (done: number, total: number) => void;

export interface UpkeepOptions {
  /** Makes the index in force hold what the database holds. */
  readonly repair: (progress: Progress) => Promise<void>;
  /** Puts an index of the wanted embedding model in force, unless it is. Leaves off when it is stopped. */
  readonly renew: (progress: Progress, stopped: () => boolean) => Promise<void>;
  readonly logger: Logger;
}

/** The work on the index in the background. What fails is logged and tried again. */
export interface Upkeep {
  /** Begins a round: a repair, then a renewal where one is due. */
  begin(): void;
  /** The repair that is under way before the renewal. */
  state(): IndexState;
  /** Resolves when the last repair that was begun is over. */
  repaired(): Promise<void>;
  /** Resolves when the last round that was begun is over. */
  settled(): Promise<void>;
  /** Leaves off. Resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** What could not be mended is tried again after this time. */
const RETRY_MS = 60_000;

/** Repairs one after the other, and renewals beside them: embedding a large store takes hours, a repair cannot wait for it. */
export function createUpkeep({ repair, renew, logger }: UpkeepOptions): Upkeep {
  const tasks: { repairing?: IndexState; embedding?: IndexState } = {};
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;
  let repairs = Promise.resolve();
  let rounds = Promise.resolve();

  const attempt = async (
    task: keyof typeof tasks,
    work: (progress: Progress) => Promise<void>,
  ): Promise<void> => {
    if (isStopped) return;
    try {
      await work((done, total) => {
        tasks[task] = { task, done, total };
      });
    } catch (error) {
      logger.warn({ code: toAppError(error).code }, 'knowledge.index-not-mended');
      clearTimeout(retry);
      retry = setTimeout(begin, RETRY_MS).unref();
    } finally {
      delete tasks[task];
    }
  };
  const begin = (): void => {
    const repaired = repairs.then(() => attempt('repairing', repair));
    repairs = repaired;
    rounds = rounds
      .then(() => repaired)
      .then(() => attempt('embedding', (progress) => renew(progress, () => isStopped)));
  };
  return {
    begin,
    state: () => tasks.repairing ?? tasks.embedding ?? readyState,
    repaired: () => repairs,
    settled: () => rounds,
    async stop() {
      isStopped = true;
      await rounds;
      clearTimeout(retry);
    },
  };
}
