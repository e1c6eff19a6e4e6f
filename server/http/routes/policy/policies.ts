import { z } from 'zod';
import { grantablePermissions } from '../../../policy/permissions.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';
import { roles } from '../../../domain/principal.ts';

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
    body: z.object({
      roles: z.array(z.enum(roles)),
      permission: z.enum(grantablePermissions),
      collection: z
        .object({ id: z.string(), classification: z.string(), readers: z.array(z.enum(roles)) })
        .optional(),
    }),
    response: z.object({ allowed: z.boolean(), reasons: z.array(z.string()) }),
    handler({ body }) {
      const principal = { kind: 'user', id: 'simulated', name: '', roles: body.roles } as const;
      const { allowed, reasons } = policies.decide({
        principal,
        action: body.permission,
        ...(body.collection === undefined ? {} : { resource: { type: 'Collection', ...body.collection } }),
      });
      return Promise.resolve({ allowed, reasons: [...reasons] });
    },
  });
}
