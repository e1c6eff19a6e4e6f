import { describe, expect, test } from 'vitest';
import { documentId } from '../../../server/knowledge/knowledge.ts';
import { maskedQuestion } from '../../helpers/masked-question.ts';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';

const CYCLES = 20;
const SECTIONS = 6;

async function openHandbook(): Promise<TestKnowledge> {
  const store = await openTestKnowledge();
  await store.knowledge.createCollection({ id: 'h', name: 'H', classification: 'internal', readers: [] });
  return store;
}

/** A document of some sections, each with a word that only this edition has. */
function edition(cycle: number): { readonly bytes: Buffer; readonly word: string } {
  const word = `edition${cycle}`;
  const sections = Array.from(
    { length: SECTIONS },
    (_, at) => `## Part ${at}\n\nThe limit in ${word} is ${cycle * 10 + at} euros for travel abroad.\n`,
  );
  return { bytes: Buffer.from(`# Travel\n\n${sections.join('\n')}`), word };
}

const input = (cycle: number) => ({ collection: 'h', source: 'travel.md', bytes: edition(cycle).bytes });

async function textsFound({ knowledge }: TestKnowledge, text: string): Promise<string[]> {
  const hits = await knowledge.search({ text, collections: ['h'], limit: 100, mode: 'hybrid' });
  const { evidence } = await knowledge.ground(await maskedQuestion(text, ['h']));
  return [...hits.map((hit) => hit.text), ...evidence.map(({ sentence }) => sentence)];
}

describe(`${CYCLES} changes and deletions`, () => {
  test('are live at once: nothing of what was replaced or deleted is found again', async () => {
    await using store = await openHandbook();
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      await store.knowledge.importDocument(input(cycle));
      const question = `What is the limit in ${edition(cycle).word} for travel abroad?`;
      const found = await textsFound(store, question);
      expect(found.some((text) => text.includes(`${edition(cycle).word} is`))).toBe(true);
      expect(found.filter((text) => !text.includes(`${edition(cycle).word} is`))).toEqual([]);
      // Half of them is deleted before the next edition comes, half is replaced by it.
      const isDeleted = cycle % 2 === 0;
      if (isDeleted) await store.knowledge.removeDocument(documentId('h', 'travel.md'));
      const left = await textsFound(store, question);
      expect(left.length > 0).toBe(!isDeleted);
    }
  }, 60_000);

  test('show a reader the whole of one version at any moment, never parts of two and never nothing', async () => {
    await using store = await openHandbook();
    await store.knowledge.importDocument(input(0));
    const changes = new AbortController();
    const seen: number[] = [];
    const watch = async (): Promise<void> => {
      while (!changes.signal.aborted) {
        const query = {
          text: 'limit for travel abroad',
          collections: ['h'],
          limit: 100,
          mode: 'text',
        } as const;
        const hits = await store.knowledge.search(query);
        const editions = new Set(hits.map(({ text }) => /edition(\d+)/u.exec(text)?.[1]));
        seen.push(hits.length);
        expect([hits.length, editions.size]).toEqual([SECTIONS, 1]);
      }
    };
    const change = async (): Promise<void> => {
      for (let cycle = 1; cycle <= CYCLES; cycle += 1) await store.knowledge.importDocument(input(cycle));
    };
    await Promise.all([watch(), change().finally(() => changes.abort())]);
    expect(seen.length).toBeGreaterThan(CYCLES);
  }, 60_000);
});

test('rules of a document apply at once, in search and after the index was opened again', async () => {
  await using store = await openHandbook();
  await store.knowledge.importDocument(input(1));
  const id = documentId('h', 'travel.md');
  const isFound = async (groups: readonly string[] = []): Promise<boolean> => {
    const query = { text: 'travel abroad', collections: ['h'], groups, limit: 10, mode: 'hybrid' } as const;
    return (await store.knowledge.search(query)).length > 0;
  };
  expect(await isFound()).toBe(true);
  await store.knowledge.changeDocument(id, { readers: ['supervisor'] });
  const [group] = await store.knowledge.groups();
  expect([await isFound(), await isFound([group?.id ?? ''])]).toEqual([false, true]);
  await store.reopen();
  expect([await isFound(), await isFound([group?.id ?? ''])]).toEqual([false, true]);
  await store.knowledge.changeDocument(id, { readers: null, expiresAt: '2020-01-01T00:00:00.000Z' });
  expect(await store.knowledge.groups()).toEqual([]);
  expect(await isFound()).toBe(false);
  await store.knowledge.changeDocument(id, { expiresAt: null });
  expect(await isFound()).toBe(true);
});

test('a title that people chose is searched at once, and an import keeps it', async () => {
  await using store = await openHandbook();
  await store.knowledge.importDocument(input(1));
  const id = documentId('h', 'travel.md');
  await store.knowledge.changeDocument(id, { title: 'Expenses of journeys' });
  const find = () =>
    store.knowledge.search({ text: 'journeys', collections: ['h'], limit: 10, mode: 'text' });
  expect((await find()).length).toBe(SECTIONS);
  expect(await store.knowledge.importDocument(input(2))).toMatchObject({ title: 'Expenses of journeys' });
  expect((await find()).map(({ title }) => title)[0]).toBe('Expenses of journeys');
});

describe('versions', () => {
  test('that were replaced keep their text, ten at most, and tell where a chunk was', async () => {
    await using store = await openHandbook();
    const id = documentId('h', 'travel.md');
    await store.knowledge.importDocument(input(1));
    const [first] = (await store.knowledge.chunks({ document: id, from: 0, limit: 1 })).chunks;
    for (let cycle = 2; cycle <= 12; cycle += 1) {
      expect(await store.knowledge.importDocument(input(cycle))).toMatchObject({ version: cycle });
    }
    const versions = await store.knowledge.versions(id);
    expect(versions.map(({ version }) => version)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect((await store.knowledge.version(id, 2))?.[0]?.text).toContain('edition2');
    expect(await store.knowledge.version(id, 1)).toBeUndefined();
    expect(await store.knowledge.versionOf(id, first?.id ?? '')).toBeUndefined();
    const [second] = (await store.knowledge.version(id, 2)) ?? [];
    expect(await store.knowledge.versionOf(id, second?.id ?? '')).toBe(2);
    await store.knowledge.removeDocument(id);
    expect(await store.knowledge.versions(id)).toEqual([]);
  });
});
