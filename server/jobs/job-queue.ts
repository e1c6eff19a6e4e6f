import type { AppDatabase } from '../db/database.ts';
import type { JobsTable } from '../db/tables.ts';
import { toAppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import {
  type ImportOutcome,
  isWorthRetrying,
  type Job,
  type JobFilter,
  jobLanes,
  type JobPayload,
  jobPayload,
} from './job.ts';
import {
  countFailed,
  forgetJob,
  type JobPage,
  listJobs,
  nextQueued,
  parseJob,
  requeueJob,
} from './job-store.ts';

/** Told the share of the work that is done, 0 to 1, and what is being done, where the job has stages. */
export type JobProgress = (share: number, stage?: string) => void;

/** Does the work of one job. What an import has to tell is kept with it. */
export type JobRunner = (
  payload: JobPayload,
  progress: JobProgress,
  /** Fires when the product stops: what ends with an error then starts again at the next start. */
  signal: AbortSignal,
) => Promise<ImportOutcome | undefined>;

export interface JobQueueOptions {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  readonly run: JobRunner;
}

/** A persisted queue with one worker for each lane: its jobs run in the order they came, and what a stop cut short starts again. */
export interface JobQueue extends AsyncDisposable {
  /** Puts jobs that a stop cut short back into the queue and starts the worker. */
  start(): Promise<void>;
  enqueue(payload: JobPayload, createdBy: string): Promise<Job>;
  get(id: string): Promise<Job | undefined>;
  /** The newest jobs of these kinds, newest first. */
  recent(kinds: readonly JobPayload['kind'][], limit: number): Promise<readonly Job[]>;
  /** Somebody's jobs, newest first. */
  list(filter: JobFilter, page: { readonly after?: TimeCursor; readonly limit: number }): Promise<JobPage>;
  /** Puts a failed job back into the queue. Undefined when it cannot be tried again, or has been already. */
  retry(id: string): Promise<Job | undefined>;
  /** Forgets a job that has ended. False when it has not. */
  forget(id: string): Promise<boolean>;
  /** Jobs of anybody that failed since then, and that nobody has tried again or dismissed. */
  countFailed(since: Date): Promise<number>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
}

export function createJobQueue(options: JobQueueOptions): JobQueue {
  const { db, clock, random, logger, run } = options;
  const stopping = new AbortController();
  const workers = jobLanes.map((kinds) => ({ kinds, busy: Promise.resolve() }));

  const update = async (id: string, change: Partial<JobsTable>): Promise<void> => {
    await db
      .updateTable('jobs')
      .set({ ...change, updated_at: clock.now().toISOString() })
      .where('id', '=', id)
      .execute();
  };

  /** Progress is for people to look at: a lost step is logged and harms nothing. */
  const noticed = (error: unknown): void => {
    logger.warn({ code: toAppError(error).code }, 'progress of a job was not saved');
  };

  /** Only of a job that still runs: a late step must not reopen one that has ended. */
  const note = async (id: string, share: number, stage?: string): Promise<void> => {
    await db
      .updateTable('jobs')
      .set({ progress: share, stage: stage ?? null, updated_at: clock.now().toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute();
  };

  const work = async (row: JobsTable): Promise<void> => {
    await update(row.id, { state: 'running', progress: 0 });
    try {
      const payload = jobPayload.parse(JSON.parse(row.payload));
      const outcome = await run(
        payload,
        (share, stage) => void note(row.id, share, stage).catch(noticed),
        stopping.signal,
      );
      const told = outcome === undefined ? null : JSON.stringify(outcome);
      await update(row.id, { state: 'done', progress: 1, outcome: told });
    } catch (error) {
      // It stays as running, which the next start puts back into the queue.
      if (stopping.signal.aborted) return;
      const failure = toAppError(error);
      logger.warn({ job: row.id, code: failure.code }, 'job failed');
      const reason = failure.expose ? failure.message : 'The job failed inside; the log has the reason.';
      await update(row.id, {
        state: 'failed',
        error: reason,
        error_code: failure.code,
        retryable: isWorthRetrying(failure) ? 1 : 0,
      });
    }
  };

  const drain = async (kinds: readonly JobPayload['kind'][]): Promise<void> => {
    while (!stopping.signal.aborted) {
      const row = await nextQueued(db, kinds);
      if (row === undefined) return;
      await work(row);
    }
  };

  const wake = (): void => {
    for (const worker of workers) {
      worker.busy = worker.busy
        .then(() => drain(worker.kinds))
        .catch((error: unknown) => {
          logger.error({ code: toAppError(error).code }, 'the job queue cannot reach its table');
        });
    }
  };

  return {
    async start() {
      await db.updateTable('jobs').set({ state: 'queued' }).where('state', '=', 'running').execute();
      wake();
    },
    async enqueue(payload, createdBy) {
      const now = clock.now().toISOString();
      const row: JobsTable = {
        id: randomId('job', random),
        kind: payload.kind,
        payload: JSON.stringify(payload),
        collection_id: 'collection' in payload ? payload.collection : null,
        state: 'queued',
        stage: null,
        progress: 0,
        error: null,
        error_code: null,
        outcome: null,
        retryable: 0,
        created_by: createdBy,
        created_at: now,
        updated_at: now,
      };
      await db.insertInto('jobs').values(row).execute();
      wake();
      return parseJob(row);
    },
    async get(id) {
      const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : parseJob(row);
    },
    async recent(kinds, limit) {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('kind', 'in', kinds)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(parseJob);
    },
    list: (filter, { after, limit }) => listJobs(db, filter, { after, limit }),
    async retry(id) {
      if (!(await requeueJob(db, id, clock.now().toISOString()))) return undefined;
      wake();
      const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : parseJob(row);
    },
    forget: (id) => forgetJob(db, id),
    countFailed: (since) => countFailed(db, since),
    async idle() {
      await Promise.all(workers.map(({ busy }) => busy));
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all(workers.map(({ busy }) => busy));
    },
  };
}
