import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppDatabase, openAppDatabase } from '../../server/db/database.ts';
import { type Knowledge, openKnowledge } from '../../server/knowledge/knowledge.ts';
import { createLogger } from '../../server/logger.ts';
import { systemClock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';
import type { OpenEmbedder } from '../search-lab/open-embedder.ts';
import { createMadeUpVectors, type MadeUpVectors } from './made-up-vectors.ts';
import { loadVectorSeeds } from './vector-seeds.ts';
import { questions } from './made-up-store.ts';

export interface BenchStore extends AsyncDisposable {
  readonly db: AppDatabase;
  readonly vectors: MadeUpVectors;
  readonly dimensions: number;
  readonly indexDir: string;
  openKnowledge(): Promise<Knowledge>;
}

/** A store in a folder that stays, or in a temporary one. */
export async function openBenchStore(
  folder: string | undefined,
  embedder: OpenEmbedder,
): Promise<BenchStore> {
  const directory = folder ?? mkdtempSync(join(tmpdir(), 'intramura-bench-'));
  mkdirSync(directory, { recursive: true });
  const dimensions = embedder.card.dimensions ?? 0;
  const vectors = createMadeUpVectors(await loadVectorSeeds(join(directory, 'seeds.f32'), embedder));
  const db = await openAppDatabase(join(directory, 'app.db'), systemClock);
  const indexDir = join(directory, 'index');
  const asked = new Set(questions);
  return {
    db,
    vectors,
    dimensions,
    indexDir,
    openKnowledge: () =>
      openKnowledge({
        db,
        indexDir,
        embed: (texts) =>
          Promise.resolve(
            texts.map((text) => (asked.has(text) ? vectors.question(text) : vectors.passage(text))),
          ),
        dimensions,
        hybridWeight: 0.4,
        clock: systemClock,
        random: systemRandom,
        logger: createLogger('warn'),
      }),
    async [Symbol.asyncDispose]() {
      await db.destroy();
      if (folder === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}
