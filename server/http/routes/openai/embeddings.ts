import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { Catalog } from '../../../inference/catalog.ts';
import { shortenVector } from '../../../util/vector.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentVector } from '../../presenters/vector.ts';
import { refusalRecorded } from '../../refusal-recorded.ts';
import type { Services } from '../../services.ts';

const MAX_INPUTS = 256;

const embeddingsRequest = z
  .object({
    model: z.string().min(1).max(256),
    input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(MAX_INPUTS)]),
    encoding_format: z.enum(['float', 'base64']).nullish(),
    dimensions: z.int().min(1).nullish(),
    user: z.string().max(512).nullish(),
  })
  .meta({ id: 'EmbeddingsRequest', description: 'An embeddings request in OpenAI’s shape; texts only.' });

type EmbeddingsRequest = z.output<typeof embeddingsRequest>;

const embeddingsResponse = z
  .object({
    object: z.literal('list'),
    model: z.string(),
    data: z.array(
      z.object({
        object: z.literal('embedding'),
        index: z.int(),
        embedding: z.union([z.array(z.number()), z.string()]),
      }),
    ),
    usage: z.object({ prompt_tokens: z.int(), total_tokens: z.int() }),
  })
  .meta({ id: 'Embeddings', description: 'Vectors of length 1, one for each input, of masked text.' });

export function embeddings(services: Services): Route {
  const { embedExchange, limits, catalog } = services;
  return defineRoute({
    method: 'post',
    path: '/v1/embeddings',
    summary: 'Vectors of texts. The texts are masked before the model sees them.',
    tag: 'OpenAI-compatible',
    permission: 'embedding:create',
    errors: 'openai',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: embeddingsRequest,
    status: 200,
    response: embeddingsResponse,
    async handler({ body, principal, requestId }) {
      assertDimensions(catalog, body);
      await limits.model.take(principal.id);
      const texts = typeof body.input === 'string' ? [body.input] : body.input;
      const { model, vectors, tokens } = await refusalRecorded(services, principal, requestId, () =>
        embedExchange({ principal, model: body.model, texts }),
      );
      const length = body.dimensions ?? model.dimensions ?? 0;
      return {
        object: 'list' as const,
        model: model.id,
        data: vectors.map((vector, index) => ({
          object: 'embedding' as const,
          index,
          embedding: presentVector(shortenVector(vector, length), body.encoding_format ?? 'float'),
        })),
        usage: { prompt_tokens: tokens, total_tokens: tokens },
      };
    },
  });
}

/** Before anything is computed. A model that is not there is refused by the exchange. */
function assertDimensions({ models }: Catalog, { model: id, dimensions }: EmbeddingsRequest): void {
  const most = models.find((model) => model.id === id)?.dimensions;
  if (most === undefined || (dimensions ?? 0) <= most) return;
  throw new AppError('ERR_REQUEST_INVALID', `dimensions: at most ${most} with this model.`, {
    status: 400,
    param: 'dimensions',
  });
}
