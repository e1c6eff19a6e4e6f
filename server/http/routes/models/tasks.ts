import { z } from 'zod';
import type { ModelCard } from '../../../domain/model-card.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { Job } from '../../../jobs/job.ts';
import type { ModelControl } from '../../../pipeline/model-control.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findManagedModel } from '../../describe-models.ts';
import { job, presentJob } from '../../presenters/job.ts';
import type { Services } from '../../services.ts';

export function verifyModel(services: Services): Route {
  return defineTask(services, {
    path: '/api/models/{id}/verify',
    summary: 'Hash the files of a model again and hold them against the catalogue, as a job.',
    start: (models, principal, card) => models.verify(principal, card),
  });
}

export function measureModel(services: Services): Route {
  return defineTask(services, {
    path: '/api/models/{id}/measure',
    summary:
      'Measure the speed of a loaded model on this machine, as a job. Requests to it wait between the rounds.',
    start: (models, principal, card) => models.measure(principal, card),
  });
}

interface Task {
  readonly path: string;
  readonly summary: string;
  readonly start: (models: ModelControl, principal: Principal, card: ModelCard) => Promise<Job>;
}

function defineTask(services: Services, { path, summary, start }: Task): Route {
  return defineRoute({
    method: 'post',
    path,
    summary,
    tag: 'Models',
    permission: 'model:manage',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 202,
    response: z.object({ job }),
    async handler({ params, principal }) {
      const card = await findManagedModel(services, principal, params.id);
      return { job: presentJob(await start(services.models, principal, card)) };
    },
  });
}
