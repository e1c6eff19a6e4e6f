import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';
import { compiledEntry } from '../../util/compiled-entry.ts';
import { PARSER_READY } from './parser-messages.ts';

/**
 * Starts the parser thread and waits until it listens.
 * @throws AppError ERR_INTERNAL when it does not start: then no file is at fault.
 */
export async function startParser(heapMib: number): Promise<Worker> {
  const worker = createWorker(heapMib);
  // What a library prints about a file must not reach the server's output; an error between files only ends the thread.
  worker.stdout.resume();
  worker.stderr.resume();
  worker.on('error', () => undefined);
  try {
    const [message]: unknown[] = await once(worker, 'message');
    if (message !== PARSER_READY) throw new Error('unexpected first message');
  } catch (error) {
    await worker.terminate();
    throw new AppError('ERR_INTERNAL', 'The parser thread does not start.', { cause: error });
  }
  worker.unref();
  return worker;
}

function createWorker(heapMib: number): Worker {
  return new Worker(compiledEntry('parser-worker', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMib },
    stdout: true,
    stderr: true,
  });
}
