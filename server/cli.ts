import { commands } from './cli/commands.ts';
import type { Terminal } from './cli/command.ts';
import { runCommand } from './cli/run-command.ts';
import { findProduct } from './product.ts';

/** The program behind `intramura` and `npm run cli`. Only this file reads the process's arguments and environment. */
const terminal: Terminal = {
  input: process.stdin,
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  workingDir: process.cwd(),
  product: findProduct(import.meta.url),
};

// Whatever the product writes is for its own user only.
process.umask(0o077);

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(commands, process.argv.slice(2), terminal);
