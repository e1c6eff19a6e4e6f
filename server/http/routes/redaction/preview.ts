import { z } from 'zod';
import type { Principal } from '../../../domain/principal.ts';
import { AppError, toAppError } from '../../../errors.ts';
import type { Redactor } from '../../../redaction/redactor.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export const finding = z
  .object({
    type: z.string(),
    start: z.int(),
    end: z.int(),
    score: z.number(),
    rule: z.string(),
  })
  .meta({ id: 'Finding', description: 'A value to mask; offsets are UTF-16 code units of the input.' });

export function previewRedaction(services: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/redaction/preview',
    summary: 'What would be masked in a text, by default as when this caller asks. Nothing is kept.',
    tag: 'Redaction',
    permission: 'redaction:preview',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ text: z.string(), profile: z.string().min(1).max(64).optional() }),
    status: 200,
    response: z.object({ masked: z.string(), findings: z.array(finding) }),
    handler({ body, principal }) {
      const profile = body.profile ?? defaultProfile(services, principal);
      const { masked, findings } = preview(services.redactor, body.text, profile);
      return Promise.resolve({ masked, findings: [...findings] });
    },
  });
}

/** What the caller sees here must be what happens when the caller asks. */
function defaultProfile({ policies, catalog, defaultModel }: Services, principal: Principal): string {
  const model = catalog.models.find(({ id }) => id === defaultModel);
  if (model === undefined)
    throw new AppError('ERR_MODEL_MISSING', 'The default model is not in the catalogue.');
  return policies.maskProfile(principal, model);
}

function preview(redactor: Redactor, text: string, profile: string): ReturnType<Redactor['preview']> {
  try {
    return redactor.preview(text, profile);
  } catch (error) {
    if (toAppError(error).code !== 'ERR_POLICY_INVALID') throw error;
    throw new AppError('ERR_REQUEST_INVALID', 'There is no mask profile of this name.', {
      status: 400,
      param: 'profile',
      cause: error,
    });
  }
}
