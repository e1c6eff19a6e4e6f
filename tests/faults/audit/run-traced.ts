import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { parseMessages, type WorkerMessage } from './worker-messages.ts';

export interface TracedRun {
  readonly told: readonly WorkerMessage[];
  /** Whether the worker came to its end; not when it was killed. */
  readonly ended: boolean;
}

/**
 * Runs a worker under strace, which must be installed: a machine without it fails the test. One thread does the file
 * work that is not the database's, so that calls are counted alike in each run.
 */
export async function runTraced(
  trace: readonly string[],
  worker: string,
  args: readonly string[],
): Promise<TracedRun> {
  const child = spawn('strace', ['-f', ...trace, process.execPath, worker, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { told: parseMessages(output), ended: code === 0 };
}
