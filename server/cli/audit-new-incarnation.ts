import { openIncarnation } from '../compose/open-audit.ts';
import { auditFiles, openDataDir } from '../data-dir.ts';
import { AppError } from '../errors.ts';
import { loadPolicies } from '../policy/policies.ts';
import { systemClock } from '../util/clock.ts';
import { createDisposal } from '../util/disposal.ts';
import { systemRandom } from '../util/random.ts';
import type { CommandRun, Terminal } from './command.ts';
import { openCommandRedactor } from './command-redactor.ts';
import { configOf } from './config-of.ts';
import { parseOptions, required } from './parse-options.ts';

const LONGEST_REASON = 2_000;

export const auditNewIncarnation: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, { reason: { type: 'string' } });
  const written = required(values.reason, '--reason');
  if (written.length > LONGEST_REASON) {
    throw new AppError('ERR_USAGE', `--reason may have ${LONGEST_REASON} characters.`, { status: 400 });
  }
  const config = configOf(terminal);
  const policies = await loadPolicies(config.policiesDir);
  const reason = await maskReason(terminal, written, policies.bundleMaskProfile);
  await using disposal = createDisposal();
  const { log, previous, origin } = await openIncarnation(
    {
      config,
      product: terminal.product,
      clock: systemClock,
      random: systemRandom,
      anchors: policies.anchors,
      egress: policies.egress,
      retention: policies.retention.audit,
      policyBundle: policies.digest,
      paths: auditFiles(openDataDir(config.dataDir)),
    },
    disposal,
    reason,
  );
  await log[Symbol.asyncDispose]();
  terminal.out.write(`${JSON.stringify({ origin, previous })}\n`);
  terminal.err.write(
    'A new log has begun; the old one was set aside. Give auditors and witnesses the new keys/audit-signing.vkey.\n',
  );
  return 0;
};

async function maskReason(terminal: Terminal, text: string, profile: string): Promise<string> {
  await using command = openCommandRedactor(terminal);
  return await command.redactor.strike(text, profile);
}
