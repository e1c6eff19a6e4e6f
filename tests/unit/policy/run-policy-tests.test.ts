import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDecisionRequest } from '../../../server/policy/parse-decision-request.ts';
import { grantablePermissions } from '../../../server/policy/permissions.ts';
import { loadPolicies } from '../../../server/policy/policies.ts';
import { runPolicyTests, type PolicyTestReport } from '../../../server/policy/run-policy-tests.ts';
import { copyPolicies } from './policy-bundle.ts';

async function runWith(changes: Readonly<Record<string, string | null>>): Promise<PolicyTestReport> {
  const dir = await copyPolicies(changes);
  return runPolicyTests(await loadPolicies(dir), join(dir, 'tests'));
}

const single = (row: string): Readonly<Record<string, string>> => ({
  'tests/site.yaml': `cases:\n  - name: the case\n    principal: { roles: [member] }\n${row}`,
});

describe('runPolicyTests', () => {
  it('notices a permission that a role gained', async () => {
    const { failures } = await runWith({
      'access/gift.cedar':
        '@id("gift")\npermit (principal in Role::"member", action == Action::"audit:read", resource);\n',
    });
    expect(failures).toContainEqual({
      file: 'matrix.yaml',
      name: 'audit:read by member',
      expected: 'deny by no policy',
      actual: 'allow by gift',
    });
  });

  it('notices a lost limit of API keys', async () => {
    const { failures } = await runWith({ 'access/api-keys.cedar': '' });
    expect(failures.filter(({ name }) => name.endsWith('without the scope'))).toHaveLength(
      grantablePermissions.length,
    );
  });

  it('notices a right decision for another reason', async () => {
    const { failures } = await runWith(
      single('    action: chat:create\n    expect: allow\n    because: [supervisor-checks-masking]\n'),
    );
    expect(failures).toEqual([
      {
        file: 'site.yaml',
        name: 'the case',
        expected: 'allow by supervisor-checks-masking',
        actual: 'allow by member-asks',
      },
    ]);
  });

  it('counts a request that cannot be evaluated as a failure though it is denied', async () => {
    const { failures } = await runWith(
      single('    action: chat:create\n    context: { nonsense: 1 }\n    expect: deny\n    because: []\n'),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]?.actual).toContain('nonsense');
  });

  it.each([
    ['an unknown permission', '    action: chat:destroy\n    expect: deny\n    because: []\n'],
    ['a missing reason', '    action: chat:create\n    expect: allow\n'],
    ['an unknown field', '    action: chat:create\n    expected: allow\n    because: []\n'],
  ])('refuses a file with %s and names it', async (_name, row) => {
    const run = runWith(single(row));
    await expect(run).rejects.toMatchObject({ code: 'ERR_POLICY_INVALID' });
    await expect(run).rejects.toThrow(/^tests\/site\.yaml: /);
  });

  it('refuses a matrix that leaves a permission out', async () => {
    await expect(runWith({ 'tests/matrix.yaml': 'matrix: { chat:create: [member] }\n' })).rejects.toThrow(
      /matrix\.yaml/,
    );
  });

  it('refuses to pass without a test', async () => {
    const dir = await copyPolicies();
    await expect(runPolicyTests(await loadPolicies(dir), join(dir, 'access'))).rejects.toThrow(
      /no policy test/,
    );
  });
});

function parsing(principal: object, action = 'chat:create'): () => unknown {
  return () => parseDecisionRequest({ principal, action });
}

describe('parseDecisionRequest', () => {
  it('fills in what a person leaves out', () => {
    expect(parseDecisionRequest({ principal: { roles: ['member'] }, action: 'chat:create' })).toEqual({
      principal: { kind: 'user', id: 'example', name: '', roles: ['member'] },
      action: 'chat:create',
    });
  });

  it('names every problem with its place', () => {
    const parse = parsing({ kind: 'api-key', roles: ['wizard'] }, 'chat:destroy');
    expect(parse).toThrow(expect.objectContaining({ code: 'ERR_REQUEST_INVALID', status: 400 }));
    expect(parse).toThrow(/principal\.roles\.0: .*\n.*action: /s);
  });

  it('refuses a user with limits and a key without', () => {
    const limits = { scopes: ['chat:create'] };
    expect(parsing({ kind: 'user', roles: [], limits })).toThrow(/principal\.limits/);
    expect(parsing({ kind: 'api-key', roles: [] })).toThrow(/principal\.limits/);
    expect(parsing({ kind: 'api-key', roles: [], limits })).not.toThrow();
  });
});
