import type { AuditLog } from '../audit/audit-log.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { type Actor, actorOf } from '../domain/principal.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Inference, ModelStatus } from '../inference/inference.ts';
import type { Job, JobPayload } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Logger } from '../logger.ts';

type ModelTask = Extract<JobPayload, { model: string }>;

export interface ModelControlDeps {
  readonly inference: Inference;
  readonly audit: AuditLog;
  readonly jobs: JobQueue;
  readonly logger: Logger;
}

/** What those who run the product do with a model. Everything is in the audit log before it happens. */
export interface ModelControl {
  /** Begins to load a model that does not run; its state says how that goes. */
  load(actor: Actor, model: ModelCard): Promise<void>;
  /** Ends the model's process. What it works on fails with a clear error. */
  unload(actor: Actor, model: ModelCard): Promise<void>;
  /** Queues the hashing of the model's files, or returns the job that is at it already. */
  verify(actor: Actor, model: ModelCard): Promise<Job>;
  /** The same for timing it. @throws AppError ERR_MODEL_UNLOADED (409) when the model cannot answer now */
  measure(actor: Actor, model: ModelCard): Promise<Job>;
  /** The newest of these jobs for each model, by model id. */
  tasks(): Promise<ReadonlyMap<string, Job>>;
}

/** Jobs that are looked through for the newest of each model. */
const MOST_RECENT = 200;

export function createModelControl({ inference, audit, jobs, logger }: ModelControlDeps): ModelControl {
  const statusOf = ({ id }: ModelCard): ModelStatus | undefined =>
    inference.status().find((status) => status.id === id);

  const loadAndRecord = async (model: ModelCard): Promise<void> => {
    try {
      await inference.load(model);
    } catch (error) {
      const { code } = toAppError(error);
      logger.warn({ model: model.id, code }, 'model was not loaded');
      await audit.recordEvent({ type: 'model.load-failed', model: model.id, code });
      return;
    }
    await audit.recordEvent({ type: 'model.loaded', model: model.id, files: model.files });
  };

  const enqueueOnce = async (task: ModelTask): Promise<Job> => {
    const recent = await jobs.recent([task.kind], MOST_RECENT);
    const running = recent.find((job) => isUnfinished(job) && modelOf(job) === task.model);
    return running ?? jobs.enqueue(task, task.actor.id);
  };

  return {
    async load(actor, model) {
      const state = statusOf(model)?.state;
      if (state !== 'unloaded' && state !== 'failed') return;
      await audit.recordEvent({ type: 'model.load-requested', actor, model: model.id });
      // Nobody waits for it: a large model takes minutes.
      loadAndRecord(model).catch((error: unknown) => {
        logger.error({ model: model.id, code: toAppError(error).code }, 'loading was not recorded');
      });
    },
    async unload(actor, model) {
      if (statusOf(model)?.state === 'unloaded') return;
      await audit.recordEvent({ type: 'model.unloaded', actor, model: model.id });
      await inference.unload(model);
    },
    verify: (actor, model) => enqueueOnce({ kind: 'verify-model', model: model.id, actor: actorOf(actor) }),
    async measure(actor, model) {
      if (statusOf(model)?.state !== 'ready') throw notReady(model);
      return enqueueOnce({ kind: 'measure-model', model: model.id, actor: actorOf(actor) });
    },
    async tasks() {
      const newest = new Map<string, Job>();
      for (const job of await jobs.recent(['verify-model', 'measure-model'], MOST_RECENT)) {
        const model = modelOf(job);
        if (model !== undefined && !newest.has(model)) newest.set(model, job);
      }
      return newest;
    },
  };
}

function isUnfinished({ state }: Job): boolean {
  return state === 'queued' || state === 'running';
}

function modelOf({ payload }: Job): string | undefined {
  return 'model' in payload ? payload.model : undefined;
}

function notReady({ id }: ModelCard): AppError {
  return new AppError('ERR_MODEL_UNLOADED', `The model ${id} is not ready. Load it before measuring it.`, {
    status: 409,
  });
}
