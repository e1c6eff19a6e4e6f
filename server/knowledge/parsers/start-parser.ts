import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.ts';
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

/** The entry lies beside this file. Uncompiled (tests, development) the thread needs a loader for TypeScript first. */
function createWorker(heapMib: number): Worker {
  const options = {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMib },
    stdout: true,
    stderr: true,
  };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./parser-worker.js', import.meta.url), options);
  const entry = new URL('./parser-worker.ts', import.meta.url).href;
  const loader = import.meta.resolve('tsx/esm/api');
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(start, { ...options, eval: true });
}
