import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ChunkRow } from '../../../server/knowledge/chunk-row.ts';
import type { IndexStore } from '../../../server/knowledge/index-store.ts';
import { openIndexStore } from '../../../server/knowledge/lance-index.ts';
import { isMaintainedApart } from '../../../server/knowledge/maintain-apart.ts';
import { createLogger } from '../../../server/logger.ts';
import { systemClock } from '../../../server/util/clock.ts';

const dimensions = 4;
const logger = createLogger('silent');
const visible = { groups: ['house'], now: new Date(), isDated: false };

/** Twelve writes, which leave a file each until they are maintained. */
const words = Array.from('abcdefghijkl', (letter) => `quo${letter}x`);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intramura-apart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openFilled(directory: string): Promise<IndexStore> {
  const tuning = { apartFrom: 0, writesPerRound: 100 };
  const index = await openIndexStore({ directory, dimensions, clock: systemClock, logger, tuning });
  for (const [at, word] of words.entries()) await index.add([rowOf(word, at)]);
  return index;
}

function rowOf(word: string, at: number): ChunkRow {
  const place = { position: at, title: '', location: '', text: word };
  const rules = { group: 'house', version: 1, effectiveAt: undefined, expiresAt: undefined };
  const vector = Float32Array.from({ length: dimensions }, (_, axis) => (axis === at % dimensions ? 1 : 0));
  return { id: `chk_${at}`, document: `doc_${at}`, collection: 'house', ...place, ...rules, vector };
}

/** The files that hold rows, none of which is a version or an index. */
function dataFiles(directory: string): number {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /data\/.*\.lance$/u.test(path),
  ).length;
}

it('merges the files of a large index in another process, while its own reads and writes go on', async () => {
  const directory = temporaryFolder();
  const index = await openFilled(directory);
  expect(dataFiles(directory)).toBe(words.length);
  expect(await isMaintainedApart({ directory, dimensions, logger })).toBe(true);
  await index.maintain();
  await index.add([rowOf('quomx', 12)]);
  await index.removeDocument('doc_0');
  for (const word of ['quobx', 'quolx', 'quomx'])
    expect(await index.searchText([word], visible, 5)).toHaveLength(1);
  expect(await index.searchText(['quoax'], visible, 5)).toEqual([]);
  expect(await index.count(visible)).toBe(words.length);
  index.close();
});

it('says when it did not work, and the index is then maintained here', async () => {
  const directory = temporaryFolder();
  expect(await isMaintainedApart({ directory: join(directory, 'none'), dimensions, logger })).toBe(false);
});
