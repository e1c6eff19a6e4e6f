import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findOwnJob } from '../../own-job.ts';
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
    handler: async ({ params, principal }) => presentJob(await findOwnJob(jobs, principal, params.id)),
  });
}
