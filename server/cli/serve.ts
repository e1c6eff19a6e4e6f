import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary: 'Run the server. What `npm start` does.',
  async run(_args, terminal) {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    // Loads the whole product; see with-context.ts.
    const { serve } = await import('../main.ts');
    return serve(terminal, stop.signal);
  },
};
