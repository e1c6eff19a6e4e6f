import { z } from 'zod';
import type { Hit } from '../../../domain/evidence.ts';
import { languages } from '../../../domain/language.ts';
import type { Explanation } from '../../../knowledge/knowledge.ts';
import { selectReadable } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const standing = z
  .object({ score: z.number(), rank: z.int() })
  .meta({ id: 'Standing', description: 'Score and rank in one way of searching; 1 is the best.' });

const standings = z.object({
  text: standing.optional(),
  vector: standing.optional(),
  hybrid: standing.optional(),
});

const hit = z
  .object({
    chunk: z.string(),
    document: z.string(),
    title: z.string(),
    location: z.string(),
    text: z.string(),
    score: z.number(),
    standings: standings.optional(),
  })
  .meta({ id: 'Hit', description: 'A passage found by search.' });

const explanation = z
  .object({
    language: z.enum(languages),
    lookUps: z.array(z.string()),
    terms: z.array(z.string()),
    weight: z.number(),
    confidence: z.number(),
    ms: z.object({ words: z.number(), vectors: z.number().optional() }),
  })
  .meta({
    id: 'SearchExplanation',
    description:
      'Language of the query, the questions it was looked up as (itself, then its parts), its terms, the share of the vectors in the joined score, how far the words were relied on (0 to 1), and times in milliseconds.',
  });

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
      /** Adds where each hit stands among words, vectors and both, and how the query was read. */
      explain: z.boolean().default(false),
    }),
    status: 200,
    response: z.object({ hits: z.array(hit), explanation: explanation.optional() }),
    async handler({ body, principal }) {
      const readable = await selectReadable(services, principal, body.collections);
      const { query: text, limit, mode } = body;
      const wanted = { text, ...readable, limit, mode };
      if (body.explain) return presentExplained(await services.knowledge.explain(wanted));
      const hits = await services.knowledge.search(wanted);
      return { hits: hits.map(presentHit) };
    },
  });
}

function presentHit({ chunk, document, title, location, text, score }: Hit): z.input<typeof hit> {
  return { chunk, document, title, location, text, score };
}

function presentExplained({ found, language, lookUps, terms, weight, confidence, ms }: Explanation): {
  hits: z.input<typeof hit>[];
  explanation: z.input<typeof explanation>;
} {
  const hits = found.map(({ chunk, score, standings: held }) => {
    const { id, document, title, location, text } = chunk;
    return { chunk: id, document, title, location, text, score, standings: held };
  });
  return {
    hits,
    explanation: { language, lookUps: [...lookUps], terms: [...terms], weight, confidence, ms },
  };
}
