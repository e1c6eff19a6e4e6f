import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { refusalRecorded } from '../../refusal-recorded.ts';
import type { Services } from '../../services.ts';

const MAX_DOCUMENTS = 256;

const text = z.string().min(1);

const rerankRequest = z
  .object({
    model: z.string().min(1).max(256).nullish(),
    query: text,
    documents: z
      .array(z.union([text, z.object({ text })]))
      .min(1)
      .max(MAX_DOCUMENTS),
    top_n: z.int().min(1).nullish(),
    return_documents: z.boolean().nullish(),
  })
  .meta({
    id: 'RerankRequest',
    description:
      'A rerank request in the shape of Jina and Cohere; texts only. Without `model`, the first reranker.',
  });

const rerankResponse = z
  .object({
    model: z.string(),
    object: z.literal('list'),
    results: z.array(
      z.object({
        index: z.int().meta({ description: 'Place of the document in the request, from 0.' }),
        relevance_score: z.number().meta({ description: 'From 0 to 1.' }),
        document: z.object({ text: z.string() }).optional(),
      }),
    ),
    usage: z.object({ prompt_tokens: z.int(), total_tokens: z.int() }),
  })
  .meta({ id: 'Reranking', description: 'The most relevant documents, best first.' });

export function rerank(services: Services): Route {
  const { rerankExchange, limits } = services;
  return defineRoute({
    method: 'post',
    path: '/v1/rerank',
    summary: 'Which documents answer a query. Query and documents are masked before the model sees them.',
    tag: 'OpenAI-compatible',
    permission: 'rerank:create',
    errors: 'openai',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: rerankRequest,
    status: 200,
    response: rerankResponse,
    async handler({ body, principal, requestId }) {
      await limits.model.take(principal.id);
      const documents = body.documents.map((given) => (typeof given === 'string' ? given : given.text));
      const { model, relevances, tokens } = await refusalRecorded(services, principal, requestId, () =>
        rerankExchange({ principal, model: body.model ?? undefined, query: body.query, documents }),
      );
      const withText = body.return_documents === true;
      const results = relevances
        .map((relevance, index) => ({
          index,
          relevance_score: relevance,
          ...(withText ? { document: { text: documents[index] ?? '' } } : {}),
        }))
        .toSorted((left, right) => right.relevance_score - left.relevance_score || left.index - right.index)
        .slice(0, body.top_n ?? documents.length);
      return {
        model: model.id,
        object: 'list' as const,
        results,
        usage: { prompt_tokens: tokens, total_tokens: tokens },
      };
    },
  });
}
