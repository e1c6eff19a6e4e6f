import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAppDatabase } from '../../server/db/database.ts';
import { type Knowledge, type KnowledgeOptions, openKnowledge } from '../../server/knowledge/knowledge.ts';
import { createLogger } from '../../server/logger.ts';
import { systemClock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';

export const hashDimensions = 16;

/** Vectors from character counts: enough where a test is not about meaning. */
export function embedByCharacters(texts: readonly string[]): Promise<Float32Array[]> {
  return Promise.resolve(
    texts.map((text) => {
      const vector = new Float32Array(hashDimensions);
      for (const character of text.toLowerCase()) {
        const slot = (character.codePointAt(0) ?? 0) % hashDimensions;
        vector[slot] = (vector[slot] ?? 0) + 1;
      }
      const length = Math.hypot(...vector) || 1;
      return vector.map((value) => value / length);
    }),
  );
}

export interface TestKnowledge extends AsyncDisposable {
  readonly knowledge: Knowledge;
  readonly options: KnowledgeOptions;
  readonly directory: string;
  /** Closes and opens again over the same data. */
  reopen(between?: () => Promise<void>): Promise<Knowledge>;
}

/** A knowledge of its own in a temporary folder, gone when disposed. */
export async function openTestKnowledge(overrides: Partial<KnowledgeOptions> = {}): Promise<TestKnowledge> {
  const directory = await mkdtemp(join(tmpdir(), 'intramura-knowledge-'));
  const db = await openAppDatabase(join(directory, 'app.db'), systemClock);
  const options: KnowledgeOptions = {
    db,
    indexDir: join(directory, 'index'),
    embed: embedByCharacters,
    dimensions: hashDimensions,
    hybridWeight: 0.4,
    clock: systemClock,
    random: systemRandom,
    logger: createLogger('silent'),
    ...overrides,
  };
  let knowledge = await openKnowledge(options);
  return {
    get knowledge() {
      return knowledge;
    },
    options,
    directory,
    async reopen(between = () => Promise.resolve()) {
      await knowledge[Symbol.asyncDispose]();
      await between();
      knowledge = await openKnowledge(options);
      await knowledge.settled();
      return knowledge;
    },
    async [Symbol.asyncDispose]() {
      await knowledge[Symbol.asyncDispose]();
      await db.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
