import { join } from 'node:path';
import { z } from 'zod';
import { decisionRequestSchema } from '../../../policy/parse-decision-request.ts';
import { roles } from '../../../domain/principal.ts';
import { grantablePermissions } from '../../../policy/permissions.ts';
import { runPolicyTests } from '../../../policy/run-policy-tests.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Policies', errors: 'api', params: nothing, query: nothing, status: 200 } as const;

export function listPolicies({ policies }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/policies',
    summary: 'The policy bundle in force: the set of duties in use, its digest and files.',
    permission: 'policy:read',
    bodyKind: 'none',
    body: nothing,
    response: z.object({
      /** Name of the file in bundles/. */
      bundle: z.string(),
      digest: z.string(),
      files: z.array(z.object({ path: z.string(), digest: z.string(), bytes: z.int() })),
    }),
    handler: () =>
      Promise.resolve({
        bundle: policies.bundle,
        digest: policies.digest,
        files: policies
          .files()
          .map(({ path, digest, text }) => ({ path, digest, bytes: Buffer.byteLength(text) })),
      }),
  });
}

export function listPolicyFiles({ policies }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/policies/files',
    summary: 'The files of the policy bundle in force with their text.',
    permission: 'policy:read',
    bodyKind: 'none',
    body: nothing,
    response: z.object({
      files: z.array(z.object({ path: z.string(), digest: z.string(), text: z.string() })),
    }),
    handler: () => Promise.resolve({ files: [...policies.files()] }),
  });
}

/** What an interface shows before roles are given or a key is made. */
export function listPermitted({ policies }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/policies/permissions',
    summary: 'What somebody with these roles may do on the product as a whole, or a key of theirs at most.',
    permission: 'policy:decide',
    bodyKind: 'json',
    body: z.strictObject({
      roles: z.array(z.enum(roles)),
      kind: z.enum(['user', 'api-key']).default('user'),
    }),
    response: z.object({ permissions: z.array(z.enum(grantablePermissions)) }),
    handler({ body: { roles: held, kind } }) {
      const limits = kind === 'user' ? undefined : { scopes: grantablePermissions };
      const principal = { kind, id: 'example', name: '', roles: held, limits };
      const permissions = grantablePermissions.filter(
        (action) => policies.decide({ principal, action }).allowed,
      );
      return Promise.resolve({ permissions });
    },
  });
}

/** Reads the tests anew each time, so that whoever edits them sees what the bundle in force makes of them. */
export function testPolicies({ policies, config }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/policies/tests',
    summary: 'Hold the bundle in force against policies/tests.',
    permission: 'policy:decide',
    bodyKind: 'none',
    body: nothing,
    response: z.object({
      total: z.int(),
      failed: z.int(),
      cases: z.array(
        z.object({
          file: z.string(),
          name: z.string(),
          expected: z.string(),
          actual: z.string(),
          passed: z.boolean(),
        }),
      ),
    }),
    async handler() {
      const { total, failures, results } = await runPolicyTests(policies, join(config.policiesDir, 'tests'));
      return { total, failed: failures.length, cases: [...results] };
    },
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
      policies: z
        .array(z.object({ id: z.string(), file: z.string(), text: z.string() }))
        .describe('The policies that decided, as `reasons` names them, with their text.'),
    }),
    handler({ body }) {
      const { allowed, reasons, errors } = policies.decide(body);
      const deciding = reasons.flatMap((id) => policies.policy(id) ?? []);
      return Promise.resolve({ allowed, reasons: [...reasons], errors: [...errors], policies: deciding });
    },
  });
}
