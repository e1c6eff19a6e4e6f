import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDatabase } from '../db/database.ts';
import type { Actor, Principal } from '../domain/principal.ts';
import type { Job } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import {
  type AbstentionThreshold,
  boundThreshold,
  clearThreshold,
  findThreshold,
  putThreshold,
} from '../knowledge/abstention.ts';
import { parseQuestions } from '../knowledge/evaluation/question.ts';
import {
  type AskedQuestion,
  type EvaluationRun,
  findRun,
  findRunBefore,
  listRuns,
  readResults,
  type RunPage,
} from '../knowledge/evaluation/run-store.ts';
import {
  deleteSet,
  type EvaluationSet,
  findSet,
  insertSet,
  listSets,
} from '../knowledge/evaluation/set-store.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { TimeCursor } from '../util/time-cursor.ts';

export interface EvaluationsDeps {
  readonly db: AppDatabase;
  readonly audit: Pick<AuditLog, 'recordEvent'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** A run with its results, and the one to hold it against. */
export interface RunDetail {
  readonly run: EvaluationRun;
  readonly results: readonly AskedQuestion[];
  readonly before: EvaluationRun | undefined;
}

/** Question sets, evaluation runs and thresholds of collections. Callers have checked that the collection may be used so. */
export interface Evaluations {
  sets(collection: string): Promise<EvaluationSet[]>;
  /** @throws AppError ERR_REQUEST_INVALID when the file holds no questions or the collection has too many sets */
  addSet(actor: Actor, collection: string, name: string, bytes: Buffer): Promise<EvaluationSet>;
  /** @throws AppError ERR_NOT_FOUND */
  removeSet(actor: Actor, collection: string, set: string): Promise<void>;
  /** Queues a run in this principal's name. @throws AppError ERR_NOT_FOUND */
  start(jobs: JobQueue, principal: Principal, collection: string, set: string): Promise<Job>;
  runs(collection: string, page: { readonly after?: TimeCursor; readonly limit: number }): Promise<RunPage>;
  /** @throws AppError ERR_NOT_FOUND */
  run(
    collection: string,
    run: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<RunDetail>;
  threshold(collection: string): Promise<AbstentionThreshold | undefined>;
  /** Sets it within the bounds, or back to the default. */
  setThreshold(actor: Actor, collection: string, threshold: number | undefined, run?: string): Promise<void>;
}

export function createEvaluations(deps: EvaluationsDeps): Evaluations {
  const { db, audit, clock, random } = deps;
  return {
    sets: (collection) => listSets(db, collection),
    async addSet(actor, collection, name, bytes) {
      const questions = parseQuestions(bytes.toString('utf8'));
      const id = randomId('set', random);
      await audit.recordEvent({
        type: 'evaluation.set-added',
        actor,
        collection,
        set: id,
        questions: questions.length,
      });
      const createdAt = clock.now().toISOString();
      return insertSet(db, { id, collection, name, createdBy: actor.id, createdAt, questions });
    },
    async removeSet(actor, collection, set) {
      await findSet(db, collection, set);
      await audit.recordEvent({ type: 'evaluation.set-removed', actor, collection, set });
      await deleteSet(db, collection, set);
    },
    async start(jobs, principal, collection, set) {
      await findSet(db, collection, set);
      const run = randomId('run', random);
      const { kind, id, name, roles, limits } = principal;
      return jobs.enqueue(
        {
          kind: 'evaluate',
          collection,
          set,
          run,
          principal: { kind, id, name, roles, ...(limits === undefined ? {} : { limits }) },
        },
        id,
      );
    },
    runs: (collection, page) => listRuns(db, collection, page),
    async run(collection, id, page) {
      const run = await findRun(db, collection, id);
      const [results, before] = await Promise.all([readResults(db, id, page), findRunBefore(db, run)]);
      return { run, results, before };
    },
    threshold: (collection) => findThreshold(db, collection),
    async setThreshold(actor, collection, threshold, run) {
      if (run !== undefined) await findRun(db, collection, run);
      const bounded = threshold === undefined ? undefined : boundThreshold(threshold);
      await audit.recordEvent({
        type: 'evaluation.threshold-set',
        actor,
        collection,
        ...(bounded === undefined ? {} : { thousandths: Math.round(bounded * 1000) }),
      });
      if (bounded === undefined) return clearThreshold(db, collection);
      const setAt = clock.now();
      return putThreshold(db, {
        collection,
        threshold: bounded,
        setBy: actor.id,
        setAt,
        ...(run === undefined ? {} : { run }),
      });
    },
  };
}
