import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChunkRow } from '../../server/knowledge/chunk-row.ts';
import { openIndexStore } from '../../server/knowledge/lance-index.ts';
import type { IndexTuning } from '../../server/knowledge/index-tuning.ts';
import { createLogger } from '../../server/logger.ts';
import type { MadeUpVectors } from './made-up-vectors.ts';
import { createDice, createWriter } from './made-up-text.ts';
import { sizeOf } from './measure-import.ts';

const DOCUMENTS = 50;
const CHUNKS = 20;
const ROUNDS = 6;

/** Replaces the same documents again and again: what the index grows to, tidied up and not. */
export async function measureGrowth(vectors: MadeUpVectors, dimensions: number): Promise<void> {
  console.log(
    `| ${DOCUMENTS * CHUNKS} chunks, each written ${ROUNDS} times | index MiB | files |\n| --- | --- | --- |`,
  );
  const never = Number.POSITIVE_INFINITY;
  const ways: Readonly<Record<string, Partial<IndexTuning>>> = {
    'tidied as it goes': {},
    'never tidied': { writesPerRound: never, rowsPerRound: never },
  };
  for (const [name, tuning] of Object.entries(ways)) {
    const directory = mkdtempSync(join(tmpdir(), 'intramura-growth-'));
    // An hour ahead: no version is young enough to be kept for readers.
    const clock = { now: () => new Date(Date.now() + 3_600_000) };
    const index = await openIndexStore({
      directory,
      dimensions,
      clock,
      logger: createLogger('warn'),
      tuning,
    });
    for (let round = 0; round < ROUNDS; round += 1)
      for (let document = 0; document < DOCUMENTS; document += 1)
        await index.replace(makeChunks(document, round, vectors));
    if (tuning.writesPerRound !== never) await index.tidy();
    const { bytes, files } = sizeOf(directory);
    console.log(`| ${name} | ${(bytes / 2 ** 20).toFixed(0)} | ${files} |`);
    index.close();
    rmSync(directory, { recursive: true, force: true });
  }
  console.log('');
}

function makeChunks(document: number, round: number, vectors: MadeUpVectors): ChunkRow[] {
  const { sentence } = createWriter(createDice(document * 100 + round));
  return Array.from({ length: CHUNKS }, (_, position) => {
    const text = Array.from({ length: 7 }, () => sentence('en')).join(' ');
    return {
      id: `chk_${document}_${position}`,
      document: `doc_${document}`,
      collection: 'bench',
      group: 'bench',
      version: 1,
      effectiveAt: undefined,
      expiresAt: undefined,
      position,
      title: '',
      location: '',
      text,
      vector: vectors.passage(text),
    };
  });
}
