import { spawn } from 'node:child_process';

export interface ProgramLimits {
  readonly milliseconds: number;
  /** Address space of the program. */
  readonly memoryBytes: number;
  /** What it may write to its standard output. */
  readonly outputBytes: number;
}

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  /** What it reads on its standard input. */
  readonly input: Uint8Array;
}

/** Where Debian puts programs. The server's own environment is not passed on. */
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', OMP_THREAD_LIMIT: '1' };

/**
 * Runs a program of the machine on hostile input and gives what it wrote. No shell, no files: input and output are
 * pipes. Memory and processor time are limited by `prlimit`, time by the clock.
 * @throws Error when it is not installed (code ENOENT), fails, or goes over a limit
 */
export function runLimited(
  { name, args, input }: Program,
  limits: ProgramLimits,
  signal: AbortSignal,
): Promise<Buffer> {
  const seconds = Math.ceil(limits.milliseconds / 1000);
  const limited = [`--as=${limits.memoryBytes}`, `--cpu=${seconds}`, '--core=0', '--', name, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn('prlimit', limited, {
      env: environment,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: limits.milliseconds,
      killSignal: 'SIGKILL',
      signal,
    });
    const output: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > limits.outputBytes) child.kill('SIGKILL');
      else output.push(piece);
    });
    // A program may end without reading everything.
    child.stdin.on('error', () => undefined);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(`${name} ended with ${code ?? 'a signal'}`));
    });
    child.stdin.end(input);
  });
}
