import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentJob, job } from '../../presenters/job.ts';
import { findPermitted } from '../../collection-access.ts';
import type { Services } from '../../services.ts';

export function uploadDocument(services: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/collections/{id}/documents',
    summary: 'Upload a document (multipart, field `file`). The job tells how the import goes.',
    tag: 'Knowledge',
    permission: 'document:create',
    errors: 'api',
    bodyKind: 'upload',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: nothing,
    status: 202,
    response: z.object({ document: z.object({ id: z.string(), source: z.string() }), job }),
    async handler({ params, principal, request }) {
      await findPermitted(services, principal, 'document:create', params.id);
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
      });
      return {
        document: { id: submitted.document, source: file.originalname },
        job: presentJob(submitted.job),
      };
    },
  });
}
