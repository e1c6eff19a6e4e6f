import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { findPermitted } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findOwnJob } from '../../own-job.ts';
import { job, presentJob } from '../../presenters/job.ts';
import type { Services } from '../../services.ts';

const common = {
  tag: 'Knowledge',
  permission: 'job:update',
  errors: 'api',
  bodyKind: 'none',
  params: z.object({ id: z.string() }),
  query: nothing,
  body: nothing,
} as const;

export function retryJob(services: Services): Route {
  const { jobs } = services;
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/jobs/{id}/retry',
    summary: 'Try a failed import of this caller again.',
    status: 202,
    response: job,
    async handler({ params, principal }) {
      const { id, payload } = await findOwnJob(jobs, principal, params.id);
      if (payload.kind === 'import-document') {
        // Who may no longer add documents must not do so by an old job.
        await findPermitted(services, principal, 'document:create', payload.collection);
        const queued = await jobs.retry(id);
        if (queued !== undefined) return presentJob(queued);
      }
      throw new AppError(
        'ERR_REQUEST_INVALID',
        'This job cannot be tried again as it is. Mend the file and upload it again.',
        { status: 409 },
      );
    },
  });
}

export function dismissJob({ jobs, uploads }: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/jobs/{id}',
    summary: 'Forget a job of this caller that has ended.',
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      const found = await findOwnJob(jobs, principal, params.id);
      if (await uploads.dismiss(found)) return undefined;
      throw new AppError('ERR_REQUEST_INVALID', 'The job is still at work. Wait until it has ended.', {
        status: 409,
      });
    },
  });
}
