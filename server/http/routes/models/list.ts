import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export function listModelStates({ catalog, inference }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/models',
    summary: 'The catalogue and the state of each model process.',
    tag: 'Models',
    permission: 'model:list',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({
      models: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          purpose: z.enum(['chat', 'embedding']),
          licence: z.string(),
          contextTokens: z.int(),
          files: z.record(z.string(), z.string()),
          state: z.string(),
          restarts: z.int(),
        }),
      ),
    }),
    handler() {
      const states = new Map(inference.status().map((status) => [status.id, status]));
      const models = catalog.models.map(({ id, title, purpose, licence, contextTokens, files }) => ({
        id,
        title,
        purpose,
        licence,
        contextTokens,
        files: { ...files },
        state: states.get(id)?.state ?? 'unloaded',
        restarts: states.get(id)?.restarts ?? 0,
      }));
      return Promise.resolve({ models });
    },
  });
}
