import { z } from 'zod';
import type { ModelCard } from '../../../domain/model-card.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { ModelControl } from '../../../pipeline/model-control.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeModel, findManagedModel } from '../../describe-models.ts';
import { model } from '../../presenters/model.ts';
import type { Services } from '../../services.ts';

export function loadModel(services: Services): Route {
  return defineChange(services, {
    path: '/api/models/{id}/load',
    summary: 'Start loading a model that is unloaded or has failed. Its state says how that goes.',
    status: 202,
    change: (models, principal, card) => models.load(principal, card),
  });
}

export function unloadModel(services: Services): Route {
  return defineChange(services, {
    path: '/api/models/{id}/unload',
    summary:
      'End the process of a model and free its memory. What it works on is cut off; requests to it get 503 until it is loaded again.',
    status: 200,
    change: (models, principal, card) => models.unload(principal, card),
  });
}

interface Change {
  readonly path: string;
  readonly summary: string;
  readonly status: number;
  readonly change: (models: ModelControl, principal: Principal, card: ModelCard) => Promise<void>;
}

function defineChange(services: Services, { path, summary, status, change }: Change): Route {
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
    status,
    response: z.object({ model }),
    async handler({ params, principal }) {
      const card = await findManagedModel(services, principal, params.id);
      await change(services.models, principal, card);
      return { model: await describeModel(services, principal, card) };
    },
  });
}
