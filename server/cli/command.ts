import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../config/load-config.ts';
import type { Product } from '../product.ts';

/** The process as a command sees it. Machine-readable output goes to `out`, everything else to `err`. */
export interface Terminal {
  readonly input: Readable;
  readonly out: Writable;
  readonly err: Writable;
  readonly environment: Environment;
  readonly workingDir: string;
  readonly product: Product;
}

export interface Command {
  /** As typed: `audit verify`. */
  readonly name: string;
  /** The arguments, for the help. */
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<CommandRun>;
}

/** Runs a command and returns its exit code. */
export type CommandRun = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Exit code for wrong usage (sysexits.h EX_USAGE). */
export const EXIT_USAGE = 64;
