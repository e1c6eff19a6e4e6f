import { AppError } from '../errors.ts';
import { HIGHEST_THRESHOLD, LOWEST_THRESHOLD } from '../knowledge/abstention.ts';
import { STRONG_SUPPORT } from '../knowledge/support.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { withContext } from './with-context.ts';

export const knowledgeThreshold: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, { collection: { type: 'string' }, set: { type: 'string' } });
  const collection = required(values.collection, '--collection');
  const wanted = values.set === undefined ? undefined : parseThreshold(values.set);
  const inForce = await withContext(terminal, async ({ services, administrator }) => {
    const { evaluations, knowledge } = services;
    if (!(await knowledge.collections()).some(({ id }) => id === collection))
      throw new AppError('ERR_NOT_FOUND', 'There is no such collection.', { status: 404 });
    if (wanted !== undefined)
      await evaluations.setThreshold(administrator, collection, wanted === 'default' ? undefined : wanted);
    return evaluations.threshold(collection);
  });
  const shown = {
    threshold: inForce?.threshold ?? STRONG_SUPPORT,
    default: STRONG_SUPPORT,
    lowest: LOWEST_THRESHOLD,
    highest: HIGHEST_THRESHOLD,
  };
  terminal.out.write(`${JSON.stringify(shown)}\n`);
  return 0;
};

function parseThreshold(text: string): number | 'default' {
  if (text === 'default') return text;
  const threshold = Number(text);
  if (threshold >= LOWEST_THRESHOLD && threshold <= HIGHEST_THRESHOLD) return threshold;
  throw new AppError(
    'ERR_USAGE',
    `--set must be a number from ${LOWEST_THRESHOLD} to ${HIGHEST_THRESHOLD}, or default.`,
    { status: 400 },
  );
}
