import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { findPermittedDocument } from '../../document-access.ts';
import { documentVersion, presentVersion } from '../../presenters/document.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'get',
  tag: 'Knowledge',
  permission: 'document:read',
  errors: 'api',
  bodyKind: 'none',
  body: nothing,
  status: 200,
} as const;

export function listDocumentVersions(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/documents/{id}/versions',
    summary: 'The replaced versions of a document that are kept, newest first, ten at most.',
    params: z.object({ id: z.string() }),
    query: nothing,
    response: z.object({ versions: z.array(documentVersion) }),
    async handler({ params, principal }) {
      const { document } = await findPermittedDocument(services, principal, 'document:read', params.id);
      const versions = await services.knowledge.versions(document.id);
      return { versions: versions.map(presentVersion) };
    },
  });
}

const versionChunk = z.object({ id: z.string(), position: z.int(), location: z.string(), text: z.string() });

/** Who may read the document as it is may read what it was: an answer of before stays open to check. */
export function readDocumentVersion(services: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/documents/{id}/versions/{version}',
    summary: 'A part of a replaced version of a document in reading order.',
    params: z.object({ id: z.string(), version: z.coerce.number().int().min(1) }),
    query: z.object({
      from: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      chunk: z.string().max(128).optional(),
    }),
    response: z.object({
      version: documentVersion,
      chunks: z.array(versionChunk),
      total: z.int(),
      /** Position of the chunk asked for. */
      at: z.int().optional(),
    }),
    async handler({ params, query, principal }) {
      const { knowledge } = services;
      const { document } = await findPermittedDocument(services, principal, 'document:read', params.id);
      const versions = await knowledge.versions(document.id);
      const held = versions.find(({ version }) => version === params.version);
      const chunks = await knowledge.version(document.id, params.version);
      if (held === undefined || chunks === undefined) {
        throw new AppError('ERR_NOT_FOUND', 'This version of the document is not kept.', { status: 404 });
      }
      const { from, limit } = query;
      const at = chunks.findIndex(({ id }) => id === query.chunk);
      return {
        version: presentVersion(held),
        chunks: chunks
          .slice(from, from + limit)
          .map(({ id, location, text }, index) => ({ id, position: from + index, location, text })),
        total: chunks.length,
        ...(at < 0 ? {} : { at }),
      };
    },
  });
}
