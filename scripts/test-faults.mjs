// npm run test:faults: the long runs of the tests in which something fails. Takes hours; npm test tries a little of each.
// Arguments are handed on to vitest: npm run test:faults -- tests/faults/audit-kill.test.ts
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'sqlite',
    ...(files.length > 0 ? files : ['tests/faults']),
  ],
  { stdio: 'inherit', env: { ...process.env, INTRAMURA_FAULTS: 'long' } },
);
process.exitCode = status ?? 1;
