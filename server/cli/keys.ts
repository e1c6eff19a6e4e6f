import { z } from 'zod';
import { AppError } from '../errors.ts';
import { grantablePermissions } from '../policy/permissions.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { withContext } from './with-context.ts';

export const keyCreate: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, { scope: { type: 'string', multiple: true } });
  const name = required(positionals[0], 'NAME');
  const scopes = z.array(z.enum(grantablePermissions)).min(1).safeParse(values.scope);
  if (!scopes.success) {
    throw new AppError('ERR_USAGE', `--scope must be one of ${grantablePermissions.join(', ')}.`, {
      status: 400,
    });
  }
  await withContext(terminal, async ({ services, administrator }) => {
    const { key, secret } = await services.identity.apiKeys.create({
      name,
      ownerId: administrator.id,
      scopes: scopes.data,
    });
    await services.audit.recordEvent({ type: 'api-key.created', actor: administrator, key: key.id });
    terminal.out.write(`${JSON.stringify({ id: key.id, secret })}\n`);
  });
  return 0;
};
