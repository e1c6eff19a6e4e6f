import type { JobRunner } from '../jobs/job-queue.ts';
import type { AuditVerification } from './audit-verification.ts';
import type { EvaluationRunner } from './evaluation-runner.ts';
import type { ModelJobRunner } from './model-jobs.ts';
import type { SourceJobs } from './sources/sources.ts';
import type { UploadRunner } from './uploads.ts';

export interface JobRunners {
  readonly upload: UploadRunner;
  readonly model: ModelJobRunner;
  readonly auditVerification: AuditVerification;
  readonly evaluation: EvaluationRunner;
  readonly sources: Pick<SourceJobs, 'run'>;
}

/** Hands each job to those who know how to do it. */
export function createJobRunner(runners: JobRunners): JobRunner {
  return async (payload, progress, signal) => {
    switch (payload.kind) {
      case 'import-document':
        return runners.upload(payload, progress);
      case 'verify-model':
      case 'measure-model':
        await runners.model(payload, progress);
        return undefined;
      case 'verify-audit':
        await runners.auditVerification.run(payload.actor, progress);
        return undefined;
      case 'evaluate':
        await runners.evaluation(payload, progress, signal);
        return undefined;
      case 'sync-source':
      case 'remove-source':
        await runners.sources.run(payload, progress, signal);
        return undefined;
      default:
        return payload satisfies never;
    }
  };
}
