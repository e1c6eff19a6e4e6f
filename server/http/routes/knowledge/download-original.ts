import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import { findPermittedDocument } from '../../document-access.ts';
import type { Services } from '../../services.ts';

/** Sent as bytes to save, whatever the file claims to be: nothing of it runs or shows in a browser. */
export function downloadOriginal(services: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/documents/{id}/original',
    summary: 'The file a document was made from.',
    tag: 'Knowledge',
    permission: 'document:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 200,
    produces: 'application/octet-stream',
    response: z.string(),
    async handler({ params, principal, response }) {
      const { document: found } = await findPermittedDocument(
        services,
        principal,
        'document:read',
        params.id,
      );
      const bytes = await services.uploads.original(principal, found);
      if (bytes === undefined) {
        throw new AppError('ERR_NOT_FOUND', 'The original of this document is not kept.', { status: 404 });
      }
      response
        .attachment(nameOf(found.source))
        .set('cache-control', 'no-store')
        .type('application/octet-stream')
        .send(bytes);
      return alreadySent;
    },
  });
}

function nameOf(source: string): string {
  return source.split('/').at(-1) ?? source;
}
