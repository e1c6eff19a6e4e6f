import { z } from 'zod';
import { passwordProblem } from '../config/password-rule.ts';
import { roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { UserChange } from '../identity/users.ts';
import type { CommandRun, Terminal } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { readLines } from './read-lines.ts';
import { withContext } from './with-context.ts';

export const userAdd: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
  });
  const username = required(positionals[0], 'USERNAME');
  const held = z.array(z.enum(roles)).min(1).safeParse(values.role);
  if (!held.success)
    throw new AppError('ERR_USAGE', `--role must be one of ${roles.join(', ')}.`, { status: 400 });
  const password = await readPassword(terminal);
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
    terminal.out.write(`${JSON.stringify({ id: user.id, username: user.username, roles: user.roles })}\n`);
  });
  return 0;
};

export const userPassword: CommandRun = async (args, terminal) => {
  const username = required(parseOptions(args, {}).positionals[0], 'USERNAME');
  await updateUser(terminal, username, { password: await readPassword(terminal) }, 'password');
  return 0;
};

export const userDisable: CommandRun = async (args, terminal) => {
  const username = required(parseOptions(args, {}).positionals[0], 'USERNAME');
  await updateUser(terminal, username, { disabled: true }, 'disabled');
  return 0;
};

async function updateUser(
  terminal: Terminal,
  username: string,
  change: UserChange,
  what: 'password' | 'disabled',
): Promise<void> {
  await withContext(terminal, async ({ services: { identity, audit }, administrator: actor }) => {
    const found = await identity.users.byUsername(username);
    if (found === undefined)
      throw new AppError('ERR_NOT_FOUND', 'There is no user of this name.', { status: 404 });
    const { id, username: name } = await identity.users.update(found.id, change);
    await audit.recordEvent({ type: 'user.updated', actor, user: id, what: [what] });
    terminal.out.write(`${JSON.stringify({ id, username: name, changed: what })}\n`);
  });
}

/** The first line of standard input. @throws AppError ERR_USAGE before anything is started */
async function readPassword({ input }: Terminal): Promise<string> {
  const [password = ''] = await readLines(input, 1);
  const problem = passwordProblem(password);
  if (problem === undefined) return password;
  throw new AppError('ERR_USAGE', `The password on standard input ${problem}.`, { status: 400 });
}
