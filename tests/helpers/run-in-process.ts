import { Readable, Writable } from 'node:stream';
import { commands } from '../../server/cli/commands.ts';
import { runCommand } from '../../server/cli/run-command.ts';
import { findProduct } from '../../server/product.ts';
import type { CliOptions, CliResult } from './run-cli.ts';

/**
 * Runs a command as `runCli` does, but within this process: what the program itself adds (arguments, streams and exit code of a process) takes
 * two seconds of the processor each time.
 */
export async function runInProcess(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const [out, err] = [collect(), collect()];
  const product = findProduct(import.meta.url);
  const code = await runCommand(commands, args, {
    input: Readable.from([options.input ?? '']),
    out: out.stream,
    err: err.stream,
    environment: options.environment ?? {},
    workingDir: product.dir,
    product,
  });
  return { code, out: out.text(), err: err.text() };
}

function collect(): { readonly stream: Writable; text(): string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    decodeStrings: true,
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') };
}
