import { parse } from 'yaml';
import { z } from 'zod';
import { type Role, roles } from '../domain/principal.ts';
import type { DecisionRequest } from './decision.ts';
import { decisionRequestSchema } from './parse-decision-request.ts';
import { type GrantablePermission, grantablePermissions } from './permissions.ts';

/** One expectation of policies/tests. */
export interface PolicyCase {
  readonly name: string;
  readonly request: DecisionRequest;
  readonly expect: 'allow' | 'deny';
  /** Ids of the policies that decide, in any order. Unchecked when absent. */
  readonly because?: readonly string[];
}

const matrix = z.record(z.enum(grantablePermissions), z.array(z.enum(roles)));

const testFile = z.strictObject({
  /** Permission → the roles that have it; every other role must be denied. Names every permission. */
  matrix: matrix.exactOptional(),
  cases: z
    .array(
      decisionRequestSchema.extend({
        name: z.string().min(1),
        expect: z.enum(['allow', 'deny']),
        because: z.array(z.string()),
      }),
    )
    .exactOptional(),
});

/** The cases of one file, its matrix written out. @throws Error that says what is wrong with it */
export function parsePolicyTests(text: string): readonly PolicyCase[] {
  const result = testFile.safeParse(parse(text));
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const { matrix: rows, cases = [] } = result.data;
  return [
    ...(rows === undefined ? [] : grantablePermissions.flatMap((action) => expandRow(action, rows[action]))),
    ...cases.map(({ name, expect, because, ...request }) => ({ name, request, expect, because })),
  ];
}

/** One case per role, and one for a key of a permitted owner that lacks the scope. */
function expandRow(action: GrantablePermission, permitted: readonly Role[]): PolicyCase[] {
  const perRole = roles.map((role): PolicyCase => ({
    name: `${action} by ${role}`,
    request: { principal: { kind: 'user', id: 'example', name: '', roles: [role] }, action },
    expect: permitted.includes(role) ? 'allow' : 'deny',
    ...(permitted.includes(role) ? {} : { because: [] }),
  }));
  const unscoped: PolicyCase = {
    name: `${action} by a key without the scope`,
    request: {
      principal: { kind: 'api-key', id: 'example', name: '', roles, limits: { scopes: [] } },
      action,
    },
    expect: 'deny',
  };
  return [...perRole, unscoped];
}
