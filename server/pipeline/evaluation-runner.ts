import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDatabase } from '../db/database.ts';
import type { JobPayload } from '../jobs/job.ts';
import type { JobProgress } from '../jobs/job-queue.ts';
import { readThresholds } from '../knowledge/abstention.ts';
import { calibrate } from '../knowledge/evaluation/calibrate.ts';
import { figuresByLanguage } from '../knowledge/evaluation/figures.ts';
import type { QuestionResult } from '../knowledge/evaluation/result.ts';
import { insertRun, type RunSettings } from '../knowledge/evaluation/run-store.ts';
import { findSet, readQuestions } from '../knowledge/evaluation/set-store.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import { evaluate } from './evaluate.ts';
import type { Stages } from './answer.ts';

export interface EvaluationRunnerDeps {
  readonly db: AppDatabase;
  readonly stages: Stages;
  readonly knowledge: Knowledge;
  readonly audit: Pick<AuditLog, 'recordEvent'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** What does not change while the product runs. */
  readonly settings: Pick<RunSettings, 'model' | 'embedder' | 'version'>;
}

/** Runs one queued evaluation. One that the signal ends is run anew from the beginning. */
export type EvaluationRunner = (
  payload: Extract<JobPayload, { kind: 'evaluate' }>,
  progress: JobProgress,
  signal: AbortSignal,
) => Promise<void>;

export function createEvaluationRunner(deps: EvaluationRunnerDeps): EvaluationRunner {
  const { db, audit, clock, settings } = deps;
  return async ({ collection, set: id, run: runId, principal }, progress, signal) => {
    const set = await findSet(db, collection, id);
    const questions = await readQuestions(db, id);
    const inForce = await settingsOf(deps, collection);
    const results: QuestionResult[] = [];
    for await (const result of evaluate(deps, { principal, collection, questions, signal })) {
      results.push(result);
      progress(results.length / questions.length);
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
    await audit.recordEvent({
      type: 'evaluation.ran',
      actor: principal,
      collection,
      run: runId,
      questions: results.length,
    });
  };
}

async function settingsOf(
  { db, knowledge }: EvaluationRunnerDeps,
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
