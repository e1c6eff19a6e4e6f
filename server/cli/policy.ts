import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../config/load-config.ts';
import { roles } from '../domain/principal.ts';
import { grantablePermissions } from '../policy/permissions.ts';
import { loadPolicies, type Policies } from '../policy/policies.ts';
import { runPolicyTests } from '../policy/run-policy-tests.ts';
import type { Command, Terminal } from './command.ts';
import { parseOptions, required } from './parse-options.ts';

export const policyTest: Command = {
  name: 'policy test',
  usage: '',
  summary: 'Run policies/tests/*.yaml against the bundle.',
  async run(_args, terminal) {
    const { policiesDir } = configOf(terminal);
    const report = await runPolicyTests(await loadPolicies(policiesDir), join(policiesDir, 'tests'));
    for (const { file, name, expected, actual } of report.failures) {
      terminal.err.write(`${file}: ${name}: expected ${expected}, got ${actual}\n`);
    }
    const failed = report.failures.length;
    terminal.out.write(`${report.total - failed} passed, ${failed} failed\n`);
    return report.failures.length === 0 ? 0 : 1;
  },
};

const decideFile = z.object({
  roles: z.array(z.enum(roles)),
  permission: z.enum(grantablePermissions),
  collection: z
    .object({ id: z.string(), classification: z.string(), readers: z.array(z.enum(roles)) })
    .optional(),
});

export const policyDecide: Command = {
  name: 'policy decide',
  usage: 'FILE',
  summary: 'Decide a JSON request {"roles","permission","collection"?} and name the policies that decided.',
  async run(args, terminal) {
    const { positionals } = parseOptions(args, {});
    const request = decideFile.parse(JSON.parse(await readFile(required(positionals[0], 'FILE'), 'utf8')));
    const policies: Policies = await loadPolicies(configOf(terminal).policiesDir);
    const decision = policies.decide({
      principal: { kind: 'user', id: 'simulated', name: '', roles: request.roles },
      action: request.permission,
      ...(request.collection === undefined
        ? {}
        : { resource: { type: 'Collection', ...request.collection } }),
    });
    terminal.out.write(`${JSON.stringify(decision)}\n`);
    return 0;
  },
};

function configOf({ environment, workingDir, product }: Terminal): ReturnType<typeof loadConfig> {
  return loadConfig(environment, { working: workingDir, product: product.dir });
}
