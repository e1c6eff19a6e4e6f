// Started by eval-formats.ts in a process of its own, so that nothing but the import is in its memory. Takes a folder and
// a file with the sentences to find again, prints one line of JSON.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { AppContext } from '../../server/context.ts';
import { importFolder } from '../../server/pipeline/import-folder.ts';
import { squeezed } from '../../tests/helpers/mixed-folder/find-sentences.ts';
import { COLLECTION, evaluator, withProduct } from '../eval-rag/measure-folder.ts';
import { watchProcess } from './process-watch.ts';

/** As far as people look. */
const HITS = 10;
const ASK_EVERY_MS = 200;

async function main(folder: string, sentenceFile: string): Promise<void> {
  const sentences = z.array(z.string()).parse(JSON.parse(readFileSync(sentenceFile, 'utf8')));
  const measured = await withProduct(async (context) => {
    const search = await createSearch(context);
    await search('warm up', 1);
    const searches: number[] = [];
    const ask = async (): Promise<void> => {
      const started = performance.now();
      await search('How many days of paid leave are there?', 5);
      searches.push(performance.now() - started);
    };
    const asking = setInterval(() => void ask(), ASK_EVERY_MS);
    const stop = watchProcess();
    const started = performance.now();
    for await (const _ of importFolder(context.imports, evaluator, COLLECTION, folder));
    const seconds = (performance.now() - started) / 1000;
    const cost = stop();
    clearInterval(asking);
    return { cost, seconds, searches, lost: await findLost(search, sentences) };
  });
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

type Search = (text: string, limit: number) => Promise<readonly { readonly text: string }[]>;

async function createSearch({ services: { knowledge } }: AppContext): Promise<Search> {
  const groups = (await knowledge.groups()).map(({ id }) => id);
  return (text, limit) =>
    knowledge.search({ text, collections: [COLLECTION], groups, limit, mode: 'hybrid' });
}

/** Sentences that no hit holds among the first. */
async function findLost(search: Search, sentences: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const sentence of sentences) {
    const hits = await search(sentence, HITS);
    if (!hits.some(({ text }) => squeezed(text).includes(squeezed(sentence)))) lost.push(sentence);
  }
  return lost;
}

const [folder = '', sentenceFile = ''] = process.argv.slice(2);
await main(folder, sentenceFile);
