import { z } from 'zod';
import { findPermitted } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { pageLimit, parseCursor, presentCursor } from '../../paging.ts';
import { evaluationResult, evaluationRun, presentRun } from '../../presenters/evaluation.ts';
import { job, presentJob } from '../../presenters/job.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Evaluation', errors: 'api' } as const;

export function startEvaluation(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/collections/{id}/evaluations',
    summary:
      'Ask the questions of a set, in the name of the caller, and measure the answers. The job tells how far it is.',
    permission: 'evaluation:write',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: z.object({ set: z.string() }),
    status: 202,
    response: z.object({ job }),
    async handler({ params, body, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:write', params.id);
      return { job: presentJob(await services.evaluations.start(services.jobs, principal, id, body.set)) };
    },
  });
}

export function listEvaluations(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/collections/{id}/evaluations',
    summary: 'Evaluations of a collection, newest first.',
    permission: 'evaluation:read',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: z.object({ after: z.string().max(512).optional(), limit: pageLimit }),
    body: nothing,
    status: 200,
    response: z.object({ runs: z.array(evaluationRun), next: z.string().optional() }),
    async handler({ params, query: { after, limit }, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:read', params.id);
      const page = await services.evaluations.runs(id, {
        limit,
        ...(after === undefined ? {} : { after: parseCursor(after) }),
      });
      return {
        runs: page.runs.map(presentRun),
        ...(page.next === undefined ? {} : { next: presentCursor(page.next) }),
      };
    },
  });
}

export function getEvaluation(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/collections/{id}/evaluations/{run}',
    summary: 'One evaluation with a page of its results, and the one before it with the same questions.',
    permission: 'evaluation:read',
    bodyKind: 'none',
    params: z.object({ id: z.string(), run: z.string() }),
    query: z.object({ offset: z.coerce.number().int().min(0).default(0), limit: pageLimit }),
    body: nothing,
    status: 200,
    response: z.object({
      run: evaluationRun,
      before: evaluationRun.optional(),
      results: z.array(evaluationResult),
    }),
    async handler({ params, query, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:read', params.id);
      const { run, before, results } = await services.evaluations.run(id, params.run, query);
      return {
        run: presentRun(run),
        ...(before === undefined ? {} : { before: presentRun(before) }),
        results: results.map(({ question, result }) => ({ question, ...result })),
      };
    },
  });
}
