import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentJob, job } from '../../presenters/job.ts';
import { findPermitted } from '../../collection-access.ts';
import { assertNarrows } from '../../document-access.ts';
import { uploadFields } from '../../presenters/document.ts';
import type { UploadRequest } from '../../../pipeline/uploads.ts';
import type { Services } from '../../services.ts';

export function uploadDocument(services: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/collections/{id}/documents',
    summary:
      'Upload a document (multipart, field `file`), with rules of its own where it has some. The job tells how the import goes.',
    tag: 'Knowledge',
    permission: 'document:create',
    errors: 'api',
    bodyKind: 'upload',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: uploadFields,
    status: 202,
    response: z.object({ document: z.object({ id: z.string(), source: z.string() }), job }),
    async handler({ params, body, principal, request }) {
      const collection = await findPermitted(services, principal, 'document:create', params.id);
      const change = definedOnly(body);
      assertNarrows(collection, { classification: change.classification, readers: change.readers });
      const { file } = request;
      if (file === undefined) {
        throw new AppError('ERR_REQUEST_INVALID', 'Send one file, in the field `file`.', {
          status: 400,
          param: 'file',
        });
      }
      const submitted = await services.uploads.submit({
        actor: principal,
        collection: params.id,
        source: file.originalname,
        bytes: file.buffer,
        ...(Object.keys(change).length === 0 ? {} : { change }),
      });
      return {
        document: { id: submitted.document, source: file.originalname },
        job: presentJob(submitted.job),
      };
    },
  });
}

function definedOnly({
  classification,
  readers,
  effectiveAt,
  expiresAt,
}: z.output<typeof uploadFields>): NonNullable<UploadRequest['change']> {
  return {
    ...(classification === undefined ? {} : { classification }),
    ...(readers === undefined ? {} : { readers }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}
