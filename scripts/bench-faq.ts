// npm run bench:faq: time to an approved answer among 1,000 entries beside a full answer of the same run, and what the lane
// costs a question that no entry answers. All through the whole product, masking and durable audit entries included.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Principal } from '../server/domain/principal.ts';
import { importFolder } from '../server/pipeline/import-folder.ts';
import { openFaqBench } from './faq/open-faq-bench.ts';

const ENTRIES = 1_000;
const ROUNDS = 1_000;
const questionLine = z.object({
  lang: z.enum(['en', 'zh']),
  question: z.string(),
  document: z.string().nullable(),
});
const importer: Principal = { kind: 'user', id: 'bench', name: 'Bench', roles: ['knowledge-editor'] };

const topics = 'parking badge locker canteen shuttle laundry library printer visitor courier'.split(' ');
const things = 'fee deposit limit address key form schedule discount refund receipt'.split(' ');
const places = 'north south east west harbour station market garden museum airport'.split(' ');

/** The nth entry: its words occur in many others, as those of a real list do. */
function entryOf(at: number): { question: string; paraphrase: string } {
  const [topic, thing, place] = [
    topics[at % 10],
    things[Math.floor(at / 10) % 10],
    places[Math.floor(at / 100) % 10],
  ];
  return {
    question: `What is the ${topic} ${thing} at the ${place} office?`,
    paraphrase: `At the ${place} office, what is the ${topic} ${thing}?`,
  };
}

async function main(): Promise<void> {
  await using bench = await openFaqBench();
  for await (const report of importFolder(bench.context.imports, importer, 'bench', 'samples/knowledge'))
    if (report.status === 'failed') throw new Error(`${report.source}: ${report.reason}`);
  const samples = readFileSync('samples/questions.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => questionLine.parse(JSON.parse(line)))
    .filter(({ document }) => document !== null);
  const before = await times(
    bench.ask,
    samples.map(({ question }) => question),
    200,
  );
  for (let at = 0; at < ENTRIES; at += 1) {
    const { question } = entryOf(at);
    await bench.publish({ question, answer: `Entry ${at}.`, languages: ['en', 'zh'] });
  }
  const entries = Array.from({ length: ENTRIES }, (_, at) => entryOf(at));
  const exact = await times(
    bench.ask,
    entries.map(({ question }) => question),
    ROUNDS,
    'approved',
  );
  const paraphrased = await times(
    bench.ask,
    entries.map(({ paraphrase }) => paraphrase),
    ROUNDS,
    'approved',
  );
  const after = await times(
    bench.ask,
    samples.map(({ question }) => question),
    200,
  );
  console.log(
    [
      `| ${ENTRIES} entries | p50 ms | p95 ms | p50 of a full answer |`,
      '| --- | --- | --- | --- |',
      row('full answer, no entries', before, before),
      row('full answer, no entry fits', after, before),
      row('approved answer, as written', exact, before),
      row('approved answer, paraphrased', paraphrased, before),
    ].join('\n'),
  );
}

interface Times {
  readonly p50: number;
  readonly p95: number;
}

async function times(
  ask: (question: string) => Promise<{ readonly decision: string }>,
  questions: readonly string[],
  rounds: number,
  decision?: string,
): Promise<Times> {
  const all: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const question = questions[at % questions.length] ?? '';
    const started = performance.now();
    const told = await ask(question);
    all.push(performance.now() - started);
    if (decision !== undefined && told.decision !== decision)
      throw new Error(`${question}: ${told.decision}`);
  }
  const sorted = all.toSorted((a, b) => a - b);
  const of = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: of(0.5), p95: of(0.95) };
}

function row(name: string, { p50, p95 }: Times, full: Times): string {
  return `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${((100 * p50) / full.p50).toFixed(0)} % |`;
}

await main();
