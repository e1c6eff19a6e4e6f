import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { importFolder } from '../pipeline/import-folder.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required, wholeNumber } from './parse-options.ts';
import { parseRules, ruleOptions } from './parse-rules.ts';
import { type CommandContext, withContext } from './with-context.ts';

export const knowledgeImport: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, {
    collection: { type: 'string' },
    ...ruleOptions,
  });
  const path = required(positionals[0], 'PATH');
  const collection = required(values.collection, '--collection');
  const change = parseRules(values);
  if (!existsSync(path)) throw new AppError('ERR_USAGE', 'PATH does not exist.', { status: 400 });
  return withContext(terminal, async (context) => {
    await ensureCollection(context, collection);
    let failed = 0;
    for await (const report of importFolder(
      context.imports,
      context.administrator,
      collection,
      path,
      change,
    )) {
      terminal.out.write(`${JSON.stringify(report)}\n`);
      if (report.status === 'failed') failed += 1;
    }
    return failed === 0 ? 0 : 2;
  });
};

const modes = z.enum(['hybrid', 'text', 'vector']);

export const knowledgeSearch: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, {
    collection: { type: 'string' },
    mode: { type: 'string', default: 'hybrid' },
    limit: { type: 'string', default: '10' },
  });
  const text = required(positionals[0], 'QUERY');
  const collection = required(values.collection, '--collection');
  const mode = modes.safeParse(values.mode);
  if (!mode.success)
    throw new AppError('ERR_USAGE', '--mode must be hybrid, text or vector.', { status: 400 });
  const limit = wholeNumber(values.limit, '--limit', 1);
  const hits = await withContext(terminal, async ({ services: { knowledge } }) => {
    const groups = (await knowledge.groups()).map(({ id }) => id);
    return knowledge.search({ text, collections: [collection], groups, limit, mode: mode.data });
  });
  terminal.out.write(`${JSON.stringify({ hits })}\n`);
  return 0;
};

const evalLine = z.object({ query: z.string(), relevant: z.array(z.string()).min(1) });

export const knowledgeEval: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, { collection: { type: 'string' } });
  const file = required(positionals[0], 'FILE');
  const collection = required(values.collection, '--collection');
  const lines: z.output<typeof evalLine>[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() !== '') lines.push(evalLine.parse(JSON.parse(line)));
  }
  const scores = await withContext(terminal, ({ services }) =>
    services.knowledge.evaluate(lines, collection),
  );
  terminal.out.write(`${JSON.stringify(scores, undefined, 2)}\n`);
  return 0;
};

/** A collection named on the command line is made when it is not there, readable by members. */
async function ensureCollection({ services, administrator }: CommandContext, id: string): Promise<void> {
  const all = await services.knowledge.collections();
  if (all.some((collection) => collection.id === id)) return;
  await services.knowledge.createCollection({
    id,
    name: id,
    classification: 'internal',
    readers: [],
  });
  await services.audit.recordEvent({ type: 'collection.created', actor: administrator, collection: id });
}
