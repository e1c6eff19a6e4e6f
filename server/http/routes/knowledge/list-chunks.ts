import { z } from 'zod';
import { findPermittedDocument } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const chunk = z
  .object({ id: z.string(), position: z.int(), location: z.string(), text: z.string() })
  .meta({ id: 'Chunk', description: 'A piece of a document. Positions count from 0 without gaps.' });

export function listDocumentChunks(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/documents/{id}/chunks',
    summary:
      'A part of a document in reading order. `at` is the position of the chunk asked for, or of the first one with the quote.',
    tag: 'Knowledge',
    permission: 'document:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: z.object({
      from: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      chunk: z.string().max(128).optional(),
      quote: z.string().max(2000).optional(),
    }),
    body: nothing,
    status: 200,
    response: z.object({ chunks: z.array(chunk), total: z.int(), at: z.int().optional() }),
    async handler({ params, query, principal }) {
      const { knowledge } = services;
      const found = await findPermittedDocument(services, principal, 'document:read', params.id);
      const { from, limit, chunk: id, quote } = query;
      const at = await knowledge.place(found.id, {
        ...(id === undefined ? {} : { chunk: id }),
        ...(quote === undefined ? {} : { quote }),
      });
      const { chunks, total } = await knowledge.chunks({ document: found.id, from, limit });
      return { chunks: [...chunks], total, ...(at === undefined ? {} : { at }) };
    },
  });
}
