import { AppError, toAppError } from '../errors.ts';
import { type Command, EXIT_USAGE, type Terminal } from './command.ts';

/** Finds the command by its words and runs it. Every failure is one clear message and a non-zero exit code. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const found = findCommand(commands, args);
  if (found === undefined) {
    const asked = args[0] === undefined || args[0] === 'help' || args[0] === '--help';
    (asked ? terminal.out : terminal.err).write(help(commands, terminal.product.version));
    return asked && args[0] !== undefined ? 0 : EXIT_USAGE;
  }
  try {
    const run = await found.command.load();
    return await run(found.rest, terminal);
  } catch (error) {
    return fail(error, found.command, terminal);
  }
}

function findCommand(
  commands: readonly Command[],
  args: readonly string[],
): { command: Command; rest: readonly string[] } | undefined {
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, index) => args[index] === word))
      return { command, rest: args.slice(words.length) };
  }
  return undefined;
}

function fail(error: unknown, command: Command, { err, environment }: Terminal): number {
  const failure = toAppError(error);
  if (failure.code === 'ERR_USAGE') {
    err.write(`${failure.message}\nUsage: intramura ${command.name} ${command.usage}\n`);
    return EXIT_USAGE;
  }
  err.write(`${failure.message} (${failure.code})\n`);
  if (failure.code === 'ERR_INTERNAL') err.write(reason(error, environment['INTRAMURA_LOG_LEVEL']));
  return 1;
}

/** The stack is for the operator at the terminal, and only when asked for. */
function reason(error: unknown, logLevel: string | undefined): string {
  if (!(error instanceof Error) || error instanceof AppError) return '';
  const verbose = logLevel === 'debug' || logLevel === 'trace';
  return verbose
    ? `${error.stack}\n`
    : `${error.name}: ${error.message}\nSet INTRAMURA_LOG_LEVEL=debug to see where.\n`;
}

function help(commands: readonly Command[], version: string): string {
  const lines = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`,
  );
  return `Intramura ${version}\n\nintramura COMMAND\n\n${lines.join('\n')}\n`;
}
