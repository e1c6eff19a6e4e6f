import { serve } from '../main.ts';
import type { CommandRun } from './command.ts';

export const serveCommand: CommandRun = (_args, terminal) => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return serve(terminal, stop.signal);
};
