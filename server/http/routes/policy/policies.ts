import { z } from 'zod';
import { decisionRequestSchema } from '../../../policy/parse-decision-request.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Policies', errors: 'api', params: nothing, query: nothing, status: 200 } as const;

export function listPolicies({ policies }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/policies',
    summary: 'The policy bundle in force: its digest and files.',
    permission: 'policy:read',
    bodyKind: 'none',
    body: nothing,
    response: z.object({
      digest: z.string(),
      files: z.array(z.object({ path: z.string(), digest: z.string() })),
    }),
    handler: () => Promise.resolve({ digest: policies.digest, files: [...policies.files()] }),
  });
}

/** Asks the engine about somebody who need not exist; nothing is carried out. */
export function decidePolicy({ policies }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/policies/decide',
    summary: 'What the policies would decide, and which of them.',
    permission: 'policy:decide',
    bodyKind: 'json',
    body: decisionRequestSchema.meta({
      id: 'DecisionRequest',
      description:
        'Who asks to do what, as in policies/tests. Without `resource`: on the product as a whole.',
    }),
    response: z.object({
      allowed: z.boolean(),
      reasons: z.array(z.string()),
      errors: z.array(z.string()),
    }),
    handler({ body }) {
      const { allowed, reasons, errors } = policies.decide(body);
      return Promise.resolve({ allowed, reasons: [...reasons], errors: [...errors] });
    },
  });
}
