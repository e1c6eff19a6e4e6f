import { z } from 'zod';
import type { AppDatabase } from '../db/database.ts';
import type { JobsTable } from '../db/tables.ts';
import { toAppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import { type Job, type JobPayload, jobPayload, type JobState, jobStates } from './job.ts';

/** Does the work of one job; `progress` takes a share between 0 and 1. */
export type JobRunner = (payload: JobPayload, progress: (share: number) => void) => Promise<void>;

export interface JobQueueOptions {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  readonly run: JobRunner;
}

/** A persisted queue with one worker: jobs run in the order they came, and what a stop cut short starts again. */
export interface JobQueue extends AsyncDisposable {
  /** Puts jobs that a stop cut short back into the queue and starts the worker. */
  start(): Promise<void>;
  enqueue(payload: JobPayload, createdBy: string): Promise<Job>;
  get(id: string): Promise<Job | undefined>;
  /** The newest jobs of these kinds, newest first. */
  recent(kinds: readonly JobPayload['kind'][], limit: number): Promise<readonly Job[]>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
}

export function createJobQueue(options: JobQueueOptions): JobQueue {
  const { db, clock, random, logger, run } = options;
  const stopping = new AbortController();
  let worker: Promise<void> = Promise.resolve();

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

  const work = async (row: JobsTable): Promise<void> => {
    await update(row.id, { state: 'running', progress: 0 });
    try {
      const payload = jobPayload.parse(JSON.parse(row.payload));
      await run(payload, (share) => void update(row.id, { progress: share }).catch(noticed));
      await update(row.id, { state: 'done', progress: 1 });
    } catch (error) {
      const failure = toAppError(error);
      logger.warn({ job: row.id, code: failure.code }, 'job failed');
      const reason = failure.expose ? failure.message : 'The job failed inside; the log has the reason.';
      await update(row.id, { state: 'failed', error: reason });
    }
  };

  const drain = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const row = await nextQueued(db);
      if (row === undefined) return;
      await work(row);
    }
  };

  const wake = (): void => {
    worker = worker.then(drain).catch((error: unknown) => {
      logger.error({ code: toAppError(error).code }, 'the job queue cannot reach its table');
    });
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
        state: 'queued',
        progress: 0,
        error: null,
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
    idle: () => worker,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await worker;
    },
  };
}

function nextQueued(db: AppDatabase): Promise<JobsTable | undefined> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'queued' satisfies JobState)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

function parseJob(row: JobsTable): Job {
  const payload = jobPayload.parse(JSON.parse(row.payload));
  return {
    id: row.id,
    kind: payload.kind,
    payload,
    state: z.enum(jobStates).parse(row.state),
    progress: row.progress,
    createdBy: row.created_by,
    updatedAt: new Date(row.updated_at),
    ...(row.error === null ? {} : { error: row.error }),
  };
}
