import { z } from 'zod';
import { AppError } from '../errors.ts';
import { roles } from '../domain/principal.ts';
import { grantablePermissions } from '../policy/permissions.ts';
import type { Command } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { withContext } from './with-context.ts';

export const userAdd: Command = {
  name: 'user add',
  usage: 'USERNAME --name NAME --role ROLE… (password on standard input)',
  summary: 'Add a person; the password is read from standard input so that no shell keeps it.',
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, {
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
    });
    const username = required(positionals[0], 'USERNAME');
    const held = z.array(z.enum(roles)).min(1).safeParse(values.role);
    if (!held.success)
      throw new AppError('ERR_USAGE', `--role must be one of ${roles.join(', ')}.`, { status: 400 });
    const password = await readFirstLine(terminal.input);
    if (password.length < 12) {
      throw new AppError('ERR_USAGE', 'The password on standard input must have at least 12 characters.', {
        status: 400,
      });
    }
    await withContext(terminal, async ({ services, administrator }) => {
      const user = await services.identity.users.create({
        username,
        displayName: values.name ?? username,
        password,
        roles: held.data,
      });
      await services.audit.recordEvent({
        type: 'user.created',
        actor: administrator,
        user: user.id,
        roles: user.roles,
      });
      terminal.out.write(`${JSON.stringify({ id: user.id, username, roles: user.roles })}\n`);
    });
    return 0;
  },
};

export const keyCreate: Command = {
  name: 'key create',
  usage: 'NAME --scope PERMISSION…',
  summary: 'Create an API key of the administrator; its secret is printed once.',
  async run(args, terminal) {
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
  },
};

async function readFirstLine(input: AsyncIterable<string | Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
}
