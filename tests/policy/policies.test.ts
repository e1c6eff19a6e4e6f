import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../server/policy/policies.ts';
import { runPolicyTests } from '../../server/policy/run-policy-tests.ts';

describe('the policies of the product', () => {
  it('decide as policies/tests says', async () => {
    const { total, failures } = await runPolicyTests(await loadPolicies('policies'), 'policies/tests');
    expect(failures).toEqual([]);
    expect(total).toBeGreaterThanOrEqual(250);
  });
});
