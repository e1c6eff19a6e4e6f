import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDatabase } from '../db/database.ts';
import type { Actor, Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Job, JobPayload } from '../jobs/job.ts';
import type { JobProgress, JobQueue } from '../jobs/job-queue.ts';
import {
  type AbstentionThreshold,
  boundThreshold,
  clearThreshold,
  findThreshold,
  putThreshold,
  readThresholds,
} from '../knowledge/abstention.ts';
import { calibrate } from '../knowledge/evaluation/calibrate.ts';
import { figuresByLanguage } from '../knowledge/evaluation/figures.ts';
import { parseQuestions } from '../knowledge/evaluation/question.ts';
import type { QuestionResult } from '../knowledge/evaluation/result.ts';
import {
  type AskedQuestion,
  type EvaluationRun,
  findRun,
  findRunBefore,
  insertRun,
  listRuns,
  readResults,
  type RunPage,
  type RunSettings,
} from '../knowledge/evaluation/run-store.ts';
import {
  deleteSet,
  type EvaluationSet,
  findSet,
  insertSet,
  listSets,
  readQuestions,
} from '../knowledge/evaluation/set-store.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import { evaluate } from './evaluate.ts';
import type { Stages } from './answer.ts';

export interface EvaluationsDeps {
  readonly db: AppDatabase;
  readonly stages: Stages;
  readonly knowledge: Knowledge;
  readonly audit: Pick<AuditLog, 'recordEvent'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** What does not change while the product runs. */
  readonly settings: Pick<RunSettings, 'model' | 'embedder' | 'version'>;
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

export interface EvaluationRunner {
  run(payload: Extract<JobPayload, { kind: 'evaluate' }>, progress: JobProgress): Promise<void>;
  /** Ends the evaluation that runs; it can be tried again. */
  stop(): Promise<void>;
}

/** Runs queued evaluations. */
export function createEvaluationRunner(deps: EvaluationsDeps): EvaluationRunner {
  const { db, audit, clock, settings } = deps;
  const stopping = new AbortController();
  const run: EvaluationRunner['run'] = async ({ collection, set: id, run: runId, principal }, progress) => {
    const set = await findSet(db, collection, id);
    const questions = await readQuestions(db, id);
    const inForce = await settingsOf(deps, collection);
    const results: QuestionResult[] = [];
    try {
      const request = { principal, collection, questions, signal: stopping.signal };
      for await (const result of evaluate(deps, request)) {
        results.push(result);
        progress(results.length / questions.length);
      }
    } catch (error) {
      throw stopping.signal.aborted ? stopped() : error;
    }
    const calibration = calibrate(results);
    await insertRun(
      db,
      {
        id: runId,
        collection,
        set: id,
        setName: set.name,
        createdBy: principal.id,
        createdAt: clock.now().toISOString(),
        settings: { ...settings, ...inForce },
        figures: { ...figuresByLanguage(results), ...(calibration === undefined ? {} : { calibration }) },
      },
      results.map((result, at) => ({ question: questions[at]?.question ?? '', result })),
    );
    const { kind, id: actor } = principal;
    await audit.recordEvent({
      type: 'evaluation.ran',
      actor: { kind, id: actor },
      collection,
      run: runId,
      questions: results.length,
    });
  };
  return {
    run,
    stop() {
      stopping.abort();
      return Promise.resolve();
    },
  };
}

async function settingsOf(
  { db, knowledge }: EvaluationsDeps,
  collection: string,
): Promise<Pick<RunSettings, 'threshold' | 'documents' | 'chunks'>> {
  const thresholdOf = await readThresholds(db, [collection]);
  const counts = (await knowledge.counts([collection], { read: [collection], keep: [] })).get(collection);
  return {
    threshold: thresholdOf(collection),
    documents: counts?.documents ?? 0,
    chunks: counts?.chunks ?? 0,
  };
}

function stopped(): AppError {
  return new AppError(
    'ERR_INFERENCE_UNAVAILABLE',
    'The server was stopped during the evaluation. Try again.',
    {
      status: 503,
    },
  );
}
