import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeModels } from '../../describe-models.ts';
import { model } from '../../presenters/model.ts';
import type { Services } from '../../services.ts';

export function listModelStates(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/models',
    summary: 'The catalogue and the state of each model; the facts of operation for those who may see them.',
    tag: 'Models',
    permission: 'model:list',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ models: z.array(model) }),
    handler: async ({ principal }) => ({
      models: await describeModels(services, principal, services.catalog.models),
    }),
  });
}
