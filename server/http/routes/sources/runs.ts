import { z } from 'zod';
import { sourceSettings } from '../../../knowledge/connectors/source-settings.ts';
import { sourceRun } from '../../../knowledge/sources/source.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { job, presentJob } from '../../presenters/job.ts';
import { credentials } from '../../presenters/source.ts';
import type { Services } from '../../services.ts';
import { findPermittedSource } from '../../source-access.ts';

const common = { tag: 'Sources', errors: 'api' } as const;
const byId = z.object({ id: z.string() });

export function testSource(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/sources/test',
    summary: 'Whether a place can be read with these settings; nothing is kept.',
    permission: 'source:manage',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      settings: sourceSettings,
      credentials: credentials.optional(),
      /** The source whose credentials to use when none are given and the address is the same. */
      source: z.string().max(64).optional(),
    }),
    status: 200,
    response: z.object({
      ok: z.boolean(),
      code: z.string().optional(),
      reason: z.string().optional(),
    }),
    async handler({ body, principal }) {
      const held =
        body.source === undefined
          ? undefined
          : await findPermittedSource(services, principal, 'source:manage', body.source);
      return services.sources.test(body.settings, body.credentials, held);
    },
  });
}

export function runSource(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/sources/{id}/runs',
    summary: 'Run a source now. `confirmRemovals` allows that many documents to go.',
    permission: 'source:manage',
    bodyKind: 'json',
    params: byId,
    query: nothing,
    body: z.strictObject({ confirmRemovals: z.int().min(0).default(0) }),
    status: 202,
    response: job,
    async handler({ params, body, principal }) {
      const found = await findPermittedSource(services, principal, 'source:manage', params.id);
      return presentJob(await services.sources.run(principal, found, body.confirmRemovals));
    },
  });
}

export function listSourceRuns(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/sources/{id}/runs',
    summary: 'The newest runs that changed something or went wrong, newest first; at most 50.',
    permission: 'source:read',
    bodyKind: 'none',
    params: byId,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ runs: z.array(sourceRun) }),
    async handler({ params, principal }) {
      const found = await findPermittedSource(services, principal, 'source:read', params.id);
      return { runs: [...(await services.sources.runs(found.id))] };
    },
  });
}
