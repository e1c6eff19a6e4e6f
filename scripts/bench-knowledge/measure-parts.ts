import { readChunks } from '../../server/knowledge/document-store.ts';
import type { Readable } from '../../server/knowledge/knowledge.ts';
import type { IndexStore } from '../../server/knowledge/index-store.ts';
import { fuseScores } from '../../server/knowledge/fuse-scores.ts';
import { lookUp } from '../../server/knowledge/search-chunks.ts';
import { questionTerms } from '../../server/knowledge/terms.ts';
import { isVisible, visibleSet } from '../../server/knowledge/visible-set.ts';
import { createLogger } from '../../server/logger.ts';
import { questions } from './made-up-store.ts';
import { describeTimes, timesOfEach } from './measure-search.ts';
import type { BenchStore } from './open-store.ts';

/** Rows that are read for ten hits. */
const READ = 40;

/** Where a hybrid search spends its time: each part alone, one after the other. Words, vectors and count go at once in a search. */
export async function measureParts(
  { db, vectors }: BenchStore,
  index: IndexStore,
  readable: Required<Readable>,
): Promise<void> {
  const visible = await visibleSet(db, readable, new Date());
  const embed = (texts: readonly string[]): Promise<Float32Array[]> =>
    Promise.resolve(texts.map((text) => vectors.question(text)));
  const context = { index, embed, logger: createLogger('warn') };
  const found = new Map<string, Awaited<ReturnType<typeof lookUp>>>();
  for (const text of questions) found.set(text, await lookUp(context, { text, mode: 'hybrid' }, visible));
  const candidatesOf = (text: string) => found.get(text)?.candidates ?? [];
  const idsOf = (text: string): string[] =>
    candidatesOf(text)
      .slice(0, READ)
      .map(({ chunk }) => chunk);
  const rows = await readChunks(db, questions.flatMap(idsOf).slice(0, READ));
  const parts: Readonly<Record<string, (text: string) => unknown>> = {
    'what may be found': () => visibleSet(db, readable, new Date()),
    'count of what may be found': () => index.count(visible),
    'words, best 100': (text) => index.searchText(questionTerms(text), visible, 100),
    'vectors, best 100': (text) => index.searchVector(vectors.question(text), visible, 100),
    'the three at once, with frequencies': (text) => lookUp(context, { text, mode: 'hybrid' }, visible),
    'scores joined': (text) => fuseScores(candidatesOf(text), { weight: 0.4, confidence: 1 }, 'hybrid'),
    'rows read from the database': (text) => readChunks(db, idsOf(text)),
    'access checked again': () => rows.filter((row) => isVisible(row, visible)),
  };
  console.log('| part of a hybrid search | p50 ms | p95 ms |\n| --- | --- | --- |');
  for (const [name, work] of Object.entries(parts))
    console.log(`| ${name} | ${describeTimes(await timesOfEach(questions, work))} |`);
  console.log('');
}
