import { readFileSync } from 'node:fs';
import { roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { FaqContents, FaqEntry, FaqVersion } from '../knowledge/faq/faq.ts';
import type { CommandRun } from './command.ts';
import { parseFaqLines, writeFaqLines } from './faq-lines.ts';
import { parseOptions, required } from './parse-options.ts';
import { type CommandContext, withContext } from './with-context.ts';

export const faqImport: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, { collection: { type: 'string' } });
  const file = required(positionals[0], 'FILE');
  const collection = required(values.collection, '--collection');
  const lines = parseFaqLines(
    readFileSync(file, 'utf8'),
    file.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl',
  );
  return withContext(terminal, async (context) => {
    const known = new Map(
      (await entriesOf(context, collection)).map((entry) => [newest(entry)?.question, entry]),
    );
    for (const [at, contents] of lines.entries()) {
      const report = await importEntry(context, collection, known.get(contents.question), contents);
      terminal.out.write(`${JSON.stringify({ entry: at + 1, ...report })}\n`);
    }
    return 0;
  });
};

const formats = ['jsonl', 'csv'] as const;

export const faqExport: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    collection: { type: 'string' },
    format: { type: 'string', default: 'jsonl' },
  });
  const collection = required(values.collection, '--collection');
  const format = formats.find((known) => known === values.format);
  if (format === undefined)
    throw new AppError('ERR_USAGE', '--format must be jsonl or csv.', { status: 400 });
  return withContext(terminal, async (context) => {
    const live = (await entriesOf(context, collection)).flatMap((entry) => entry.live ?? []);
    const { audit } = context.services;
    const actor = context.administrator;
    await audit.recordEvent({ type: 'faq.exported', actor, collection, entries: live.length });
    terminal.out.write(writeFaqLines(live, format));
    return 0;
  });
};

async function importEntry(
  { services, administrator }: CommandContext,
  collection: string,
  known: FaqEntry | undefined,
  contents: FaqContents,
): Promise<{ id: string; status: 'created' | 'changed' | 'unchanged' }> {
  if (known === undefined) {
    const { id } = await services.faqDesk.create(administrator, { collection, contents });
    return { id, status: 'created' };
  }
  if (isSame(newest(known), contents)) return { id: known.id, status: 'unchanged' };
  await services.faqDesk.edit(administrator, known.id, contents);
  return { id: known.id, status: 'changed' };
}

function newest(entry: FaqEntry): FaqVersion | undefined {
  return entry.draft ?? entry.live;
}

function isSame(version: FaqVersion | undefined, contents: FaqContents): boolean {
  return version !== undefined && writeFaqLines([version], 'jsonl') === writeFaqLines([contents], 'jsonl');
}

const PAGE = 200;

/** Whoever may read the data directory reads every entry. @throws AppError ERR_NOT_FOUND for a collection that is not there */
async function entriesOf({ services }: CommandContext, collection: string): Promise<FaqEntry[]> {
  const { faq, knowledge } = services;
  const all = await knowledge.collections();
  if (!all.some(({ id }) => id === collection))
    throw new AppError('ERR_NOT_FOUND', 'There is no such collection.', { status: 404 });
  const found: FaqEntry[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await faq.page({ collections: [collection], roles, offset, limit: PAGE });
    for (const { id } of page.entries) found.push(await faq.entry(id));
    if (offset + PAGE >= page.total) return found;
  }
}
