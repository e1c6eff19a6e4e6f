import { AppError } from '../errors.ts';
import type { Source } from '../knowledge/sources/source.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required, wholeNumber } from './parse-options.ts';
import { type CommandContext, withContext } from './with-context.ts';

export const knowledgeSources: CommandRun = async (args, terminal) => {
  parseOptions(args, {});
  const sources = await withContext(terminal, ({ services }) => services.sources.list());
  terminal.out.write(`${JSON.stringify({ sources }, undefined, 2)}\n`);
  return 0;
};

export const knowledgeSync: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, {
    'confirm-removals': { type: 'string', default: '0' },
  });
  const id = required(positionals[0], 'SOURCE');
  const confirmed = wholeNumber(values['confirm-removals'], '--confirm-removals', 0);
  const { lastRun } = await withContext(terminal, (context) => runToItsEnd(context, id, confirmed));
  terminal.out.write(`${JSON.stringify(lastRun, undefined, 2)}\n`);
  return lastRun?.outcome === 'done' && lastRun.failed === 0 ? 0 : 2;
};

/** A long run is cut into several, so that others have their turn. */
async function runToItsEnd(context: CommandContext, id: string, confirmed: number): Promise<Source> {
  const { sources, jobs } = context.services;
  for (;;) {
    const source = await sources.find(id);
    if (source === undefined)
      throw new AppError('ERR_NOT_FOUND', 'There is no source with this id.', { status: 404 });
    await sources.run(context.administrator, source, confirmed);
    await jobs.idle();
    const after = (await sources.find(id)) ?? source;
    if (after.lastRun?.outcome !== 'unfinished') return after;
  }
}
