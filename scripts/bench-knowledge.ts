// npm run bench:knowledge [-- --chunks 100000]: import, search and change of a large store on this machine, with baselines of
// the same run. Texts are made up; vectors of the store too, because embedding is measured on its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAppDatabase } from '../server/db/database.ts';
import { type Knowledge, openKnowledge } from '../server/knowledge/knowledge.ts';
import { createLogger } from '../server/logger.ts';
import { systemClock } from '../server/util/clock.ts';
import { systemRandom } from '../server/util/random.ts';
import { bruteForce } from './bench-knowledge/brute-force.ts';
import { changeCycles } from './bench-knowledge/change-cycles.ts';
import { collections, vectorOf } from './bench-knowledge/made-up-store.ts';
import { measureEmbedding } from './bench-knowledge/measure-embedding.ts';
import { measureImport } from './bench-knowledge/measure-import.ts';
import { measureSearch } from './bench-knowledge/measure-search.ts';
import { ensureBuilt } from './ensure-built.mjs';

const DIMENSIONS = 256;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { chunks: { type: 'string', default: '100000' } } });
  ensureBuilt({ only: 'server' });
  const directory = mkdtempSync(join(tmpdir(), 'intramura-bench-'));
  const db = await openAppDatabase(join(directory, 'app.db'), systemClock);
  try {
    const open = (): Promise<Knowledge> =>
      openKnowledge({
        db,
        indexDir: join(directory, 'index'),
        embed: (texts) => Promise.resolve(texts.map((text) => vectorOf(text, DIMENSIONS))),
        dimensions: DIMENSIONS,
        hybridWeight: 0.4,
        clock: systemClock,
        random: systemRandom,
        logger: createLogger('warn'),
      });
    const knowledge = await open();
    for (const id of collections)
      await knowledge.createCollection({ id, name: id, classification: 'internal', readers: [] });
    await measureImport(knowledge, Number(values.chunks), join(directory, 'index'));
    const search = await measureSearch(knowledge);
    await bruteForce(db, DIMENSIONS, search);
    await changeCycles(knowledge);
    await knowledge[Symbol.asyncDispose]();
    const opening = performance.now();
    const again = await open();
    console.log(`start again: ${((performance.now() - opening) / 1000).toFixed(1)} s until searchable`);
    await again[Symbol.asyncDispose]();
    await measureEmbedding();
  } finally {
    await db.destroy();
    rmSync(directory, { recursive: true, force: true });
  }
}

await main();
