import type { JobRunner } from '../jobs/job-queue.ts';
import type { ModelJobRunner } from './model-jobs.ts';
import type { UploadRunner } from './uploads.ts';

export interface JobRunners {
  readonly upload: UploadRunner;
  readonly model: ModelJobRunner;
}

/** Hands each job to those who know how to do it. */
export function createJobRunner(runners: JobRunners): JobRunner {
  return (payload, progress) => {
    switch (payload.kind) {
      case 'import-document':
        return runners.upload(payload, progress);
      case 'verify-model':
      case 'measure-model':
        return runners.model(payload, progress);
      default:
        return payload satisfies never;
    }
  };
}
