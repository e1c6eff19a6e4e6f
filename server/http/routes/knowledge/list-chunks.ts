import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findPermittedDocument } from '../../document-access.ts';
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
    response: z.object({
      chunks: z.array(chunk),
      total: z.int(),
      at: z.int().optional(),
      /** The replaced version that the chunk asked for stands in, when the document has it no more. */
      inVersion: z.int().optional(),
    }),
    async handler({ params, query, principal }) {
      const { knowledge } = services;
      const { document: found } = await findPermittedDocument(
        services,
        principal,
        'document:read',
        params.id,
      );
      const { from, limit, chunk: id, quote } = query;
      const named = id === undefined ? undefined : await knowledge.place(found.id, { chunk: id });
      const at = named ?? (quote === undefined ? undefined : await knowledge.place(found.id, { quote }));
      const isGone = id !== undefined && named === undefined;
      const inVersion = isGone ? await knowledge.versionOf(found.id, id) : undefined;
      const { chunks, total } = await knowledge.chunks({ document: found.id, from, limit });
      return {
        chunks: [...chunks],
        total,
        ...(at === undefined ? {} : { at }),
        ...(inVersion === undefined ? {} : { inVersion }),
      };
    },
  });
}
