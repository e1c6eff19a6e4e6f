import { z } from 'zod';
import type { ModelCard } from '../../../domain/model-card.ts';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const model = z
  .object({ id: z.string(), object: z.literal('model'), created: z.int(), owned_by: z.string() })
  .meta({ id: 'Model', description: 'A model in OpenAI’s shape.' });

const common = {
  method: 'get',
  tag: 'OpenAI-compatible',
  permission: 'model:list',
  errors: 'openai',
  bodyKind: 'none',
  query: nothing,
  body: nothing,
  status: 200,
} as const;

export function listModels({ catalog }: Services): Route {
  return defineRoute({
    ...common,
    path: '/v1/models',
    summary: 'The models of the catalogue.',
    params: nothing,
    response: z.object({ object: z.literal('list'), data: z.array(model) }),
    handler: () => Promise.resolve({ object: 'list' as const, data: catalog.models.map(presentModel) }),
  });
}

export function getModel({ catalog }: Services): Route {
  return defineRoute({
    ...common,
    path: '/v1/models/{id}',
    summary: 'One model of the catalogue.',
    params: z.object({ id: z.string() }),
    response: model,
    handler({ params }) {
      const found = catalog.models.find((card) => card.id === params.id);
      if (found === undefined) {
        throw new AppError('ERR_MODEL_UNKNOWN', 'No model has this id. GET /v1/models lists them.', {
          status: 404,
          param: 'model',
        });
      }
      return Promise.resolve(presentModel(found));
    },
  });
}

/** The catalogue keeps no date; 0 is the honest value for a field that clients require. */
function presentModel(card: ModelCard): z.input<typeof model> {
  return { id: card.id, object: 'model', created: 0, owned_by: 'intramura' };
}
