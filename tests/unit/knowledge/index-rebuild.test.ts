import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';

const leave = Buffer.from('# Leave policy\n\nEmployees may carry over five days of unused leave.\n');
const zh = Buffer.from('# 采购办法\n\n采购订单由部门经理审批。\n');

async function openPrepared(): Promise<TestKnowledge> {
  const store = await openTestKnowledge();
  await createHandbook(store);
  await store.knowledge.importDocument({ collection: 'handbook', source: 'zh.md', bytes: zh });
  return store;
}

async function createHandbook({ knowledge }: TestKnowledge): Promise<void> {
  await knowledge.createCollection({
    id: 'handbook',
    name: 'Handbook',
    classification: 'internal',
    readers: [],
  });
  await knowledge.importDocument({ collection: 'handbook', source: 'leave.md', bytes: leave });
}

/** What a hard stop leaves of files that were not yet on the disk. */
async function emptyFiles(folder: string, pattern: RegExp): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && pattern.test(join(entry.parentPath, entry.name)));
  if (files.length === 0) throw new Error('no such files: the test would prove nothing');
  await Promise.all(files.map((file) => writeFile(join(file.parentPath, file.name), '')));
}

/** Titles found by English words, by Chinese words, and by vectors. */
async function found({ knowledge }: TestKnowledge): Promise<string[][]> {
  const common = { collections: ['handbook'], limit: 5 };
  const searches = [
    await knowledge.search({ ...common, text: 'unused leave', mode: 'text' }),
    await knowledge.search({ ...common, text: '审批', mode: 'text' }),
    await knowledge.search({ ...common, text: 'unused leave', mode: 'vector' }),
  ];
  return searches.map((hits) => hits.map((hit) => hit.title).toSorted());
}

const everything = [['Leave policy'], ['采购办法'], ['Leave policy', '采购办法']];

describe('the index is rebuilt from the database', () => {
  test('when its folder is gone', async () => {
    await using store = await openPrepared();
    await store.reopen(() => rm(store.options.indexDir, { recursive: true }));
    expect(await found(store)).toEqual(everything);
  });

  test.each([
    ['its manifests are empty', /manifest/u],
    ['its data files are empty', /\.lance$/u],
    ['its text index is empty', /_indices/u],
    ['every file is empty', /./u],
  ])('when %s', async (_, pattern) => {
    await using store = await openPrepared();
    await store.reopen(() => emptyFiles(store.options.indexDir, pattern));
    expect(await found(store)).toEqual(everything);
  });

  test('when it holds other chunks than the database', async () => {
    await using store = await openPrepared();
    await store.reopen(async () => {
      const { db } = store.options;
      await db
        .updateTable('chunks')
        .set({ id: 'chk_restored' })
        .where('text', 'like', 'Employees%')
        .execute();
    });
    expect(await found(store)).toEqual(everything);
  });

  test('when it is lost while it is used', async () => {
    await using store = await openPrepared();
    await rm(store.options.indexDir, { recursive: true });
    expect(await found(store)).toEqual(everything);
  });
});

function embedAs(slot: number, dimensions: number): (texts: readonly string[]) => Promise<Float32Array[]> {
  const vector = Float32Array.from({ length: dimensions }, (_, at) => (at === slot ? 1 : 0));
  return (texts) => Promise.resolve(texts.map(() => vector));
}

describe('everything is embedded again', () => {
  test('when the embedder is another one', async () => {
    await using store = await openTestKnowledge({ embedder: 'one', embed: embedAs(0, 16) });
    await createHandbook(store);
    const stored = () => store.options.db.selectFrom('chunks').select('embedding').execute();
    const before = await stored();
    Object.assign(store.options, { embedder: 'two', embed: embedAs(1, 16) });
    await store.reopen();
    expect(await stored()).not.toEqual(before);
  });

  test('when its vectors have another length', async () => {
    await using store = await openTestKnowledge({ embed: embedAs(0, 16) });
    await createHandbook(store);
    Object.assign(store.options, { dimensions: 32, embed: embedAs(0, 32) });
    const knowledge = await store.reopen();
    const query = { text: 'x', collections: ['handbook'], limit: 5, mode: 'vector' } as const;
    expect(await knowledge.search(query)).toMatchObject([{ score: 1 }]);
  });
});

test('many changes leave a bounded number of files behind', async () => {
  // Half an hour ahead, so that no version is young enough to be kept for readers.
  const clock = { now: () => new Date(Date.now() + 1_800_000) };
  await using store = await openTestKnowledge({ clock });
  await createHandbook(store);
  const count = async () => (await readdir(store.options.indexDir, { recursive: true })).length;
  const change = async (round: number): Promise<void> => {
    const bytes = Buffer.from(`# Rules\n\nEdition ${round} of the unused leave rules.\n`);
    await store.knowledge.importDocument({ collection: 'handbook', source: `${round % 5}.md`, bytes });
  };
  for (let round = 0; round < 60; round += 1) await change(round);
  expect(await count()).toBeLessThan(120);
  const query = { text: 'edition', collections: ['handbook'], limit: 50, mode: 'text' } as const;
  expect(await store.knowledge.search(query)).toHaveLength(5);
});
