import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { findPermitted } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { evaluationSet, presentSet } from '../../presenters/evaluation.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Evaluation', errors: 'api', query: nothing, body: nothing } as const;

export function listEvaluationSets(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/collections/{id}/evaluation-sets',
    summary: 'Question sets of a collection, newest first.',
    permission: 'evaluation:read',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    status: 200,
    response: z.object({ sets: z.array(evaluationSet) }),
    async handler({ params, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:read', params.id);
      return { sets: (await services.evaluations.sets(id)).map(presentSet) };
    },
  });
}

export function addEvaluationSet(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/collections/{id}/evaluation-sets',
    summary: 'Add questions with their answers (multipart, field `file`, JSON Lines).',
    permission: 'evaluation:write',
    bodyKind: 'upload',
    params: z.object({ id: z.string() }),
    status: 201,
    response: z.object({ set: evaluationSet }),
    async handler({ params, principal, request }) {
      const { id } = await findPermitted(services, principal, 'evaluation:write', params.id);
      const { file } = request;
      if (file === undefined) {
        throw new AppError('ERR_REQUEST_INVALID', 'Send one file, in the field `file`.', {
          status: 400,
          param: 'file',
        });
      }
      const name = file.originalname.slice(0, 200);
      return { set: presentSet(await services.evaluations.addSet(principal, id, name, file.buffer)) };
    },
  });
}

export function removeEvaluationSet(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/collections/{id}/evaluation-sets/{set}',
    summary: 'Remove a question set. Runs that used it stay.',
    permission: 'evaluation:write',
    bodyKind: 'none',
    params: z.object({ id: z.string(), set: z.string() }),
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      const { id } = await findPermitted(services, principal, 'evaluation:write', params.id);
      await services.evaluations.removeSet(principal, id, params.set);
      return undefined;
    },
  });
}
