import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AppDatabase } from '../db/database.ts';
import { isBefore, pageRows } from '../db/page-rows.ts';
import type { JobsTable } from '../db/tables.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import {
  importOutcome,
  type Job,
  type JobFilter,
  type JobPayload,
  jobPayload,
  type JobState,
  jobStates,
} from './job.ts';

export interface JobPage {
  readonly jobs: readonly Job[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: TimeCursor;
}

/** Somebody's jobs, newest first. */
export async function listJobs(
  db: AppDatabase,
  filter: JobFilter,
  { after, limit }: { readonly after: TimeCursor | undefined; readonly limit: number },
): Promise<JobPage> {
  const { createdBy, kind, states, collection } = filter;
  let query = db.selectFrom('jobs').selectAll().where('created_by', '=', createdBy);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (states !== undefined) query = query.where('state', 'in', states);
  if (collection !== undefined) query = query.where('collection_id', '=', collection);
  if (after !== undefined) query = query.where(isBefore('created_at', after));
  const found = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, ...page } = pageRows(found, limit, ({ created_at: at, id }) => ({ at, id }));
  return { jobs: rows.map(parseJob), ...page };
}

/** The job of these kinds that has waited longest. */
export function nextQueued(
  db: AppDatabase,
  kinds: readonly JobPayload['kind'][],
): Promise<Selectable<JobsTable> | undefined> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'queued' satisfies JobState)
    .where('kind', 'in', kinds)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function countFailed(db: AppDatabase, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .where('state', '=', 'failed' satisfies JobState)
    .where('updated_at', '>=', since.toISOString())
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Puts a failed job back into the queue. False when it cannot be tried again, or has been already. */
export async function requeueJob(db: AppDatabase, id: string, now: string): Promise<boolean> {
  const result = await db
    .updateTable('jobs')
    .set({
      state: 'queued',
      progress: 0,
      stage: null,
      error: null,
      error_code: null,
      retryable: 0,
      updated_at: now,
    })
    .where('id', '=', id)
    .where('state', '=', 'failed' satisfies JobState)
    .where('retryable', '=', 1)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Forgets a job that has ended. False when it has not. */
export async function forgetJob(db: AppDatabase, id: string): Promise<boolean> {
  const ended: readonly JobState[] = ['done', 'failed'];
  const result = await db
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('state', 'in', ended)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export function parseJob(row: Selectable<JobsTable>): Job {
  const payload = jobPayload.parse(JSON.parse(row.payload));
  return {
    id: row.id,
    kind: payload.kind,
    payload,
    state: z.enum(jobStates).parse(row.state),
    progress: row.progress,
    retryable: row.retryable === 1,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    ...(row.stage === null ? {} : { stage: row.stage }),
    ...(row.error === null ? {} : { error: row.error }),
    ...(row.error_code === null ? {} : { errorCode: row.error_code }),
    ...(row.outcome === null ? {} : { outcome: importOutcome.parse(JSON.parse(row.outcome)) }),
  };
}
