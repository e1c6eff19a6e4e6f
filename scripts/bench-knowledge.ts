// npm run bench:knowledge [-- --chunks 100000] [--folder DIR]: import, search and change of a large store on this machine,
// with baselines of the same run. Texts are made up, and so are the vectors of the store, from those of real texts. With
// --folder the store stays, and the next run measures it without importing again.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { IndexStore } from '../server/knowledge/index-store.ts';
import { openIndexStore } from '../server/knowledge/lance-index.ts';
import type { IndexTuning } from '../server/knowledge/index-tuning.ts';
import { createLogger } from '../server/logger.ts';
import { systemClock } from '../server/util/clock.ts';
import { changeCycles } from './bench-knowledge/change-cycles.ts';
import { collections } from './bench-knowledge/made-up-store.ts';
import { measureEmbedding } from './bench-knowledge/measure-embedding.ts';
import { measureGrowth } from './bench-knowledge/measure-growth.ts';
import { measureImport } from './bench-knowledge/measure-import.ts';
import { measureParts } from './bench-knowledge/measure-parts.ts';
import { measureRecall } from './bench-knowledge/measure-recall.ts';
import { measureSearch } from './bench-knowledge/measure-search.ts';
import { describeMemory, memoryColumns } from './bench-knowledge/memory.ts';
import { type BenchStore, openBenchStore } from './bench-knowledge/open-store.ts';
import { readableOf } from './bench-knowledge/readable.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { openEmbedder } from './search-lab/open-embedder.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { chunks: { type: 'string', default: '100000' }, folder: { type: 'string' } },
  });
  ensureBuilt({ only: 'server' });
  await using embedder = await openEmbedder('models');
  await using store = await openBenchStore(values.folder, embedder);
  await measureStore(store, Number(values.chunks));
  await measureGrowth(store.vectors, store.dimensions);
  await measureEmbedding(embedder);
}

async function measureStore(store: BenchStore, chunks: number): Promise<void> {
  if (!existsSync(store.indexDir)) await fill(store, chunks);
  const opening = performance.now();
  const seconds = (): string => `${((performance.now() - opening) / 1000).toFixed(1)} s`;
  await using knowledge = await store.openKnowledge();
  const start = seconds();
  await knowledge.settled();
  console.log(`start: ${start} until searchable, ${seconds()} until held against the database`);
  console.log(
    `| | ${memoryColumns} |\n| --- | --- | --- | --- | --- |\n| after the start | ${describeMemory()} |`,
  );
  const readable = await readableOf(knowledge);
  const index = await openTuned(store, {});
  await measureSearch(knowledge, readable);
  await measureParts(store, index, readable);
  index.close();
  await measureRecall(store, (probes) => openTuned(store, { probes }), readable);
  console.log(`| ${memoryColumns} |\n| --- | --- | --- | --- |\n| ${describeMemory()} |\n`);
  await changeCycles(knowledge);
}

async function fill(store: BenchStore, chunks: number): Promise<void> {
  await using knowledge = await store.openKnowledge();
  for (const id of collections)
    await knowledge.createCollection({ id, name: id, classification: 'internal', readers: [] });
  await measureImport(knowledge, chunks, store.indexDir);
}

/** The index of the store once more, to be measured alone. */
function openTuned({ indexDir, dimensions }: BenchStore, tuning: Partial<IndexTuning>): Promise<IndexStore> {
  const [folder = ''] = readdirSync(indexDir);
  const directory = join(indexDir, folder);
  return openIndexStore({ directory, dimensions, clock: systemClock, logger: createLogger('warn'), tuning });
}

await main();
