import { availableParallelism } from 'node:os';
import type { Message } from '../server/domain/message.ts';
import type { Constraint } from '../server/inference/constraint.ts';
import {
  generate,
  type RealInference,
  startRealInference,
  starterQuestion,
  user,
} from '../tests/model/real-inference.ts';
import { masked, maskedSchema } from '../tests/unit/inference/intended-exchange.ts';
import { cardOf, MODELS } from '../tests/unit/inference/starter-cards.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { median } from './quantile.ts';

/**
 * Measures the starter models on this machine. Grounded answers are timed with the product's number of threads and
 * with the library's default, round by round in turn, so that a busy machine slows both alike; throughput is timed
 * with the product's threads only. Prints medians. Under a minute.
 */
const BUDGET_MS = 40_000;
const MOST_ROUNDS = 9;
const ANSWER = 'grounded answer, ms';

interface Contender {
  readonly name: string;
  readonly real: RealInference;
  readonly startMs: number;
  readonly results: Map<string, number[]>;
}

const sentences = [
  'Employees may carry over up to five days of unused leave.',
  'Trips must be booked two weeks ahead.',
  'Expenses are refunded within ten working days.',
];
const grounded: { messages: readonly Message[]; constraint: Constraint } = {
  messages: starterQuestion('How many days of leave can I carry over?', ...sentences),
  constraint: {
    kind: 'choices',
    options: [
      ...sentences.map((sentence, index) => `${sentence} [${index + 1}]`),
      'The sources do not answer this question.',
    ],
  },
};
const numbers: Constraint = {
  kind: 'json-schema',
  schema: maskedSchema({ type: 'array', items: { type: 'integer' }, minItems: 500 }),
};
const chunk = masked(
  'Employees may carry over up to five days of unused leave into the next year. '.repeat(13),
);

async function startContender(name: string, threads: number): Promise<Contender> {
  const begin = performance.now();
  const real = await startRealInference([cardOf('chat'), cardOf('embedding')], MODELS, threads);
  return { name: `${name}: ${threads}`, real, startMs: performance.now() - begin, results: new Map() };
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await task();
  return performance.now() - begin;
}

function note({ results }: Contender, name: string, value: number): void {
  results.set(name, [...(results.get(name) ?? []), value]);
}

async function measureAnswer(contender: Contender): Promise<void> {
  const answer = (): Promise<unknown> => generate(contender.real, grounded.messages, grounded.constraint);
  note(contender, ANSWER, await timed(answer));
}

async function measureThroughput(contender: Contender): Promise<void> {
  const { real } = contender;
  const prompt = [user('word '.repeat(700))];
  const { usage } = (await generate(real, prompt, { kind: 'none' }, { maxTokens: 1 })).end;
  const promptMs = await timed(() => generate(real, prompt, { kind: 'none' }, { maxTokens: 1 }));
  note(contender, 'prompt, tokens/s', (usage.promptTokens / promptMs) * 1_000);
  const decodeMs = await timed(() => generate(real, [user('Count.')], numbers, { maxTokens: 64 }));
  note(contender, 'new text under a JSON grammar, tokens/s', (64 / decodeMs) * 1_000);
  const chunks = Array.from({ length: 64 }, () => chunk);
  const embedMs = await timed(() => real.service.embed(cardOf('embedding'), chunks));
  note(contender, 'embedding, texts of 1,000 characters/s', (chunks.length / embedMs) * 1_000);
}

function print(ours: Contender, library: Contender): void {
  const medians = ({ results }: Contender): readonly (readonly [string, number])[] =>
    [...results].map(([name, values]) => [name, median(values)]);
  const rows = [
    ...medians(ours).map(([name, value]) => [`${name} (${ours.name})`, value.toFixed(1)]),
    ...medians(library).map(([name, value]) => [`${name} (${library.name})`, value.toFixed(1)]),
    [
      'ratio',
      (median(library.results.get(ANSWER) ?? []) / median(ours.results.get(ANSWER) ?? [])).toFixed(1),
    ],
    ['start of both models, ms', ours.startMs.toFixed(0)],
    ...ours.real.service.status().map(({ id, rss }) => [`memory of ${id}, MiB`, String(rss)]),
  ];
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0));
  for (const [name, value] of rows) console.log(`${name?.padEnd(width)}  ${value?.padStart(9)}`);
}

ensureBuilt({ only: 'server' });
const cores = availableParallelism();
const ours = await startContender('processors - 1', Math.max(1, cores - 1));
const library = await startContender('library default', Math.max(cores, 4));
try {
  const end = performance.now() + BUDGET_MS;
  await measureAnswer(ours);
  ours.results.clear();
  for (let round = 0; round < MOST_ROUNDS && performance.now() < end; round += 1) {
    for (const contender of [ours, library]) await measureAnswer(contender);
    await measureThroughput(ours);
  }
  print(ours, library);
} finally {
  await Promise.all([ours, library].map(({ real }) => real[Symbol.asyncDispose]()));
}
