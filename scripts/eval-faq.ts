// npm run eval:faq: how many paraphrases the FAQ lane answers, and how many questions of others it answers wrongly, with the
// starter embedder. Reads the development data beside the checkout when it is there.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { sha256Hex } from '../server/util/hash.ts';
import { openFaqBench } from './faq/open-faq-bench.ts';

const DATA = '../../shared/data/intents';

/** Questions of many trades, written to measure: nobody looks at the test half while changing how questions are matched. */
const pairLine = z.object({
  id: z.string(),
  lang: z.enum(['en', 'zh']),
  question: z.string(),
  paraphrases: z.array(z.string()),
  near: z.array(z.string()),
});
const questionLine = z.object({ id: z.string(), lang: z.enum(['en', 'zh']), question: z.string() });
const paraphraseLine = z.object({
  id: z.string(),
  paraphrases: z.array(z.string()),
  near: z.array(z.string()),
});
const clinc = z.object({
  test: z.array(z.tuple([z.string(), z.string()])),
  oos_test: z.array(z.tuple([z.string(), z.string()])),
});
const banking = z.array(z.object({ text: z.string(), category: z.string() }));

interface Asked {
  readonly set: string;
  readonly question: string;
  /** The entry that should answer; undefined when none should. */
  readonly entry: string | undefined;
}

async function main(): Promise<void> {
  const questions = readLines('samples/questions.jsonl', questionLine);
  const pairs = readLines('scripts/eval-faq/pairs.jsonl', pairLine);
  const asked = [...paraphrasesOf(questions), ...pairs.flatMap(askedOf), ...foreignQuestions()];
  await using bench = await openFaqBench();
  const ids = new Map<string, string>();
  for (const { id, question, lang } of [...questions, ...pairs])
    ids.set(await bench.publish({ question, answer: `Answer ${id}.`, languages: [lang] }), id);
  const told: (Asked & { readonly answered: string | undefined })[] = [];
  for (const item of asked) {
    const entry = await bench.answering(item.question);
    told.push({ ...item, answered: entry === undefined ? undefined : ids.get(entry) });
  }
  console.log(table(told));
  if (process.env['EVAL_VERBOSE'] !== undefined)
    for (const { set, question, entry, answered } of told)
      if (answered !== entry && !set.includes(TEST))
        console.log(`${set}: ${question} → ${answered ?? 'left to the documents'}`);
}

function paraphrasesOf(questions: readonly z.output<typeof questionLine>[]): Asked[] {
  const languageOf = new Map(questions.map(({ id, lang }) => [id, lang]));
  const lines = readLines('scripts/eval-faq/paraphrases.jsonl', paraphraseLine);
  return [
    ...questions.map(({ id, lang, question }) => ({ set: `${lang}: as written`, question, entry: id })),
    ...lines.flatMap(({ id, paraphrases }) =>
      paraphrases.map((question) => ({ set: `${languageOf.get(id)}: paraphrases`, question, entry: id })),
    ),
    ...lines.flatMap(({ id, near }) =>
      near.map((question) => ({ set: `${languageOf.get(id)}: near misses`, question, entry: undefined })),
    ),
  ];
}

const TEST = 'test';

function askedOf({ id, lang, question, paraphrases, near }: z.output<typeof pairLine>): Asked[] {
  const half = `${lang} ${halfOf(id)}`;
  return [
    { set: `${half}: as written`, question, entry: id },
    ...paraphrases.map((text) => ({ set: `${half}: paraphrases`, question: text, entry: id })),
    ...near.map((text) => ({ set: `${half}: near misses`, question: text, entry: undefined })),
  ];
}

/** By the hash of what comes after the language, so that a topic is on one side in both. */
function halfOf(id: string): string {
  const [, topic = ''] = id.split('-');
  return Number.parseInt(sha256Hex(topic).slice(0, 2), 16) % 2 === 0 ? 'development' : TEST;
}

function foreignQuestions(): Asked[] {
  if (!existsSync(DATA)) {
    console.log(`Foreign questions: skipped, ${DATA} is not there.`);
    return [];
  }
  const data = clinc.parse(JSON.parse(readFileSync(`${DATA}/clinc150/data_full.json`, 'utf8')));
  const bank = banking.parse(parse(readFileSync(`${DATA}/banking77/test.csv`), { columns: true }));
  return [
    ...bank.map(({ text }) => ({ set: 'banking77', question: text, entry: undefined })),
    ...[...data.test, ...data.oos_test].map(([question]) => ({
      set: 'clinc150',
      question,
      entry: undefined,
    })),
  ];
}

function table(told: readonly (Asked & { readonly answered: string | undefined })[]): string {
  const rows = [...new Set(told.map(({ set }) => set))].map((set) => {
    const items = told.filter((item) => item.set === set);
    const right = items.filter(({ answered, entry }) => entry !== undefined && answered === entry).length;
    const wrong = items.filter(({ answered, entry }) => answered !== undefined && answered !== entry).length;
    const recall = items[0]?.entry === undefined ? '–' : share(right, items.length);
    return `| ${set} | ${items.length} | ${recall} | ${share(wrong, items.length)} |`;
  });
  return [
    '| questions | asked | answered rightly | answered wrongly |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function share(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(1)} % (${count})`;
}

function readLines<T extends z.ZodType>(path: string, schema: T): z.output<T>[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
}

await main();
