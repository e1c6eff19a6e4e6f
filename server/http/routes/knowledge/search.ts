import { z } from 'zod';
import type { Hit } from '../../../domain/evidence.ts';
import { selectReadable } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const hit = z
  .object({
    chunk: z.string(),
    document: z.string(),
    title: z.string(),
    location: z.string(),
    text: z.string(),
    score: z.number(),
  })
  .meta({ id: 'Hit', description: 'A passage found by search.' });

export function search(services: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/search',
    summary: 'Search the knowledge this caller may read.',
    tag: 'Knowledge',
    permission: 'knowledge:search',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({
      query: z.string().min(1).max(4096),
      collections: z.array(z.string()).max(64).optional(),
      limit: z.int().min(1).max(100).default(10),
      mode: z.enum(['hybrid', 'text', 'vector']).default('hybrid'),
    }),
    status: 200,
    response: z.object({ hits: z.array(hit) }),
    async handler({ body, principal }) {
      const collections = await selectReadable(services, principal, body.collections);
      const { query: text, limit, mode } = body;
      const hits = await services.knowledge.search({ text, collections, limit, mode });
      return { hits: hits.map(presentHit) };
    },
  });
}

function presentHit({ chunk, document, title, location, text, score }: Hit): z.input<typeof hit> {
  return { chunk, document, title, location, text, score };
}
