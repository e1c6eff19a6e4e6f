import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../logger.ts';
import { compiledEntry } from '../util/compiled-entry.ts';

export interface ApartOptions {
  readonly directory: string;
  readonly dimensions: number;
  readonly logger: Logger;
}

/** Searches go first. */
const NICE = 10;

/**
 * Maintains an index in a process of its own, to its end: what the engine leaves in memory goes with it. For a writer that
 * has its turn. False when that did not work; the index is then as it was.
 */
export async function isMaintainedApart({ directory, dimensions, logger }: ApartOptions): Promise<boolean> {
  const entry = fileURLToPath(compiledEntry('index-maintenance', import.meta.url));
  // It ends when this process does: nobody else may write while it works.
  const child = fork(entry, {
    env: { LANCEDB_LOG: 'error' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send({ directory, dimensions });
  const code = await endOf(child);
  if (code !== 0) logger.warn({ code }, 'knowledge.index-not-maintained-apart');
  return code === 0;
}

async function endOf(child: ChildProcess): Promise<number | null> {
  try {
    await once(child, 'spawn');
    if (child.pid !== undefined) setPriority(child.pid, NICE);
    const [code]: (number | null)[] = await once(child, 'exit');
    return code ?? null;
  } catch {
    return null;
  }
}
