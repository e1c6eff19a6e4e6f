import type { CommandRun } from './command.ts';
import { parseOptions, wholeNumber } from './parse-options.ts';
import { withContext } from './with-context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const auditRotateKey: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, { 'overlap-days': { type: 'string', default: '7' } });
  const days = wholeNumber(values['overlap-days'], '--overlap-days', 0);
  await withContext(terminal, async ({ services, administrator }) => {
    const until = new Date(services.clock.now().getTime() + days * DAY_MS);
    const rotation = await services.audit.rotateKey(administrator, until);
    terminal.out.write(`${JSON.stringify({ ...rotation, until: until.toISOString() })}\n`);
  });
  terminal.err.write(
    'Give auditors the new keys/audit-signing.vkey: it lists each key with the sizes it counts for.\n',
  );
  return 0;
};
