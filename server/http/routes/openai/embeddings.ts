import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { encodeVector, shortenVector } from '../../presenters/vector.ts';
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

export function embeddings({ embedExchange, limits }: Services): Route {
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
    async handler({ body, principal }) {
      await limits.model.take(principal.id);
      const texts = typeof body.input === 'string' ? [body.input] : body.input;
      const { model, vectors, tokens } = await embedExchange({ principal, model: body.model, texts });
      const length = body.dimensions ?? model.dimensions ?? 0;
      if (length > (model.dimensions ?? 0)) {
        throw new AppError(
          'ERR_REQUEST_INVALID',
          `dimensions: at most ${model.dimensions} with this model.`,
          {
            status: 400,
            param: 'dimensions',
          },
        );
      }
      return {
        object: 'list' as const,
        model: model.id,
        data: vectors.map((vector, index) => ({
          object: 'embedding' as const,
          index,
          embedding: encodeVector(shortenVector(vector, length), body.encoding_format ?? 'float'),
        })),
        usage: { prompt_tokens: tokens, total_tokens: tokens },
      };
    },
  });
}
