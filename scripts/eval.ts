// npm run eval: the sample questions through the whole product with the models of the catalogue. Prints one table.
// Other sets: npm run eval -- QUESTIONS.jsonl KNOWLEDGE_FOLDER
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../server/config/load-config.ts';
import { type AppContext, createContext } from '../server/context.ts';
import type { Principal } from '../server/domain/principal.ts';
import type { Restored } from '../server/domain/exchange.ts';
import { createLogger } from '../server/logger.ts';
import { noSink } from '../server/pipeline/answer-sink.ts';
import { importFolder } from '../server/pipeline/import-folder.ts';
import { findProduct } from '../server/product.ts';
import { systemClock } from '../server/util/clock.ts';
import { randomId, systemRandom } from '../server/util/random.ts';
import { ensureBuilt } from './ensure-built.mjs';

const questionLine = z.object({
  id: z.string(),
  lang: z.string(),
  question: z.string(),
  document: z.string().nullable(),
  sentence: z.string().nullable(),
});
type Question = z.output<typeof questionLine>;

interface Result {
  readonly question: Question;
  readonly answer: Restored;
  readonly source: string | undefined;
  readonly ms: number;
}

const staff: Principal = {
  kind: 'user',
  id: 'eval',
  name: 'Evaluation',
  roles: ['member', 'knowledge-editor'],
};

async function main(): Promise<void> {
  const [questionsFile = 'samples/questions.jsonl', folder = 'samples/knowledge'] = process.argv.slice(2);
  const questions = readFileSync(questionsFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => questionLine.parse(JSON.parse(line)));
  ensureBuilt({ only: 'server' });
  const data = mkdtempSync(join(tmpdir(), 'intramura-eval-'));
  try {
    await using context = await openContext(data);
    const sources = await importAll(context, folder);
    const results: Result[] = [];
    for (const question of questions) results.push(await ask(context, question, sources));
    if (process.env['EVAL_VERBOSE'] !== undefined) console.log(results.map(describe).join('\n'));
    console.log(table(results));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function openContext(data: string): Promise<AppContext> {
  const product = findProduct(import.meta.url);
  const environment = { ...process.env, INTRAMURA_DATA: data, INTRAMURA_SAMPLES: 'off' };
  return createContext({
    config: loadConfig(environment, { working: product.dir, product: product.dir }),
    product,
    logger: createLogger('error'),
    clock: systemClock,
    random: systemRandom,
    loading: 'at-start',
  });
}

async function importAll(context: AppContext, folder: string): Promise<Map<string, string>> {
  const { knowledge } = context.services;
  await knowledge.createCollection({
    id: 'eval',
    name: 'Evaluation',
    classification: 'internal',
    readers: ['member'],
  });
  const sources = new Map<string, string>();
  for await (const report of importFolder(context.imports, staff, 'eval', folder)) {
    if (report.status === 'failed') throw new Error(`${report.source}: ${report.reason}`);
    sources.set(report.document, report.source);
  }
  return sources;
}

async function ask(
  { services }: AppContext,
  question: Question,
  sources: Map<string, string>,
): Promise<Result> {
  const started = performance.now();
  const answer = await services.answer(
    {
      id: randomId('eval', systemRandom),
      principal: staff,
      messages: [{ role: 'user', content: question.question }],
      grounding: 'auto',
      sampling: { maxTokens: 256, temperature: 0, topP: 1, stop: [] },
      format: { kind: 'text' },
      signal: new AbortController().signal,
    },
    noSink,
  );
  const document = answer.sources[0]?.document;
  const source = document === undefined ? undefined : sources.get(document);
  return { question, answer, source, ms: performance.now() - started };
}

function table(results: readonly Result[]): string {
  const languages = [...new Set(results.map(({ question }) => question.lang))];
  const rows = [
    row('all', results),
    ...languages.map((lang) =>
      row(
        lang,
        results.filter(({ question }) => question.lang === lang),
      ),
    ),
  ];
  return [
    '| language | answerable | right document cited | gold sentence answered | answered, not declined | unanswerable | declined | p50 ms | p95 ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function row(name: string, results: readonly Result[]): string {
  const answerable = results.filter(({ question }) => question.document !== null);
  const impossible = results.filter(({ question }) => question.document === null);
  const share = (hits: number, of: readonly Result[]): string =>
    of.length === 0 ? '–' : `${((100 * hits) / of.length).toFixed(0)} % (${hits})`;
  const cited = answerable.filter(({ question, source }) => source === question.document).length;
  const gold = answerable.filter(({ question, answer }) =>
    squash(answer.answer).includes(squash(question.sentence ?? ' ')),
  ).length;
  const answered = answerable.filter(({ answer }) => answer.decision !== 'declined').length;
  const declined = impossible.filter(({ answer }) => answer.decision === 'declined').length;
  const times = results.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (q: number): string =>
    (times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? 0).toFixed(0);
  return `| ${[name, answerable.length, share(cited, answerable), share(gold, answerable), share(answered, answerable), impossible.length, share(declined, impossible), at(0.5), at(0.95)].join(' | ')} |`;
}

function squash(text: string): string {
  return text.replaceAll(/\s+/g, '').toLowerCase();
}

function describe({ question, answer, source }: Result): string {
  const right = question.document === null ? answer.decision === 'declined' : source === question.document;
  return `${right ? 'ok  ' : 'MISS'} ${question.id} ${answer.decision} ${source ?? '-'} (${question.document ?? 'none'}) ${question.question} → ${answer.answer}`;
}

await main();
