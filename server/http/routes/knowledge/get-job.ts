import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { job, presentJob } from '../../presenters/job.ts';
import type { Services } from '../../services.ts';

export function getJob({ jobs }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/jobs/{id}',
    summary: 'How a job of this caller is going.',
    tag: 'Knowledge',
    permission: 'job:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 200,
    response: job,
    async handler({ params, principal }) {
      const found = await jobs.get(params.id);
      if (found === undefined || found.createdBy !== principal.id) {
        throw new AppError('ERR_NOT_FOUND', 'You have no job with this id.', { status: 404 });
      }
      return presentJob(found);
    },
  });
}
