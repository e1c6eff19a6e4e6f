import { z } from 'zod';
import { jobKinds, jobStates } from '../../../jobs/job.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { parseCursor, presentCursor } from '../../paging.ts';
import { job, presentJob } from '../../presenters/job.ts';
import type { Services } from '../../services.ts';

export function listJobs({ jobs }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/jobs',
    summary: 'The caller’s own jobs, newest first; `next` continues.',
    tag: 'Knowledge',
    permission: 'job:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      kind: z.enum(jobKinds).optional(),
      /** Once, or several times for any of them. */
      state: z.union([z.enum(jobStates), z.array(z.enum(jobStates)).max(jobStates.length)]).optional(),
      collection: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      /** `next` of the page before. */
      after: z.string().max(512).optional(),
    }),
    body: nothing,
    status: 200,
    response: z.object({ jobs: z.array(job), next: z.string().optional() }),
    async handler({ query, principal }) {
      const { kind, state, collection, limit } = query;
      const after = query.after === undefined ? undefined : parseCursor(query.after);
      const page = await jobs.list(
        {
          createdBy: principal.id,
          ...(kind === undefined ? {} : { kind }),
          ...(state === undefined ? {} : { states: [state].flat() }),
          ...(collection === undefined ? {} : { collection }),
        },
        { limit, ...(after === undefined ? {} : { after }) },
      );
      return {
        jobs: page.jobs.map(presentJob),
        ...(page.next === undefined ? {} : { next: presentCursor(page.next) }),
      };
    },
  });
}
