import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { openIndexStore } from '../../../server/knowledge/lance-index.ts';
import { openKnowledge } from '../../../server/knowledge/knowledge.ts';
import { renewVectors } from '../../../server/knowledge/renew-vectors.ts';
import { createLogger } from '../../../server/logger.ts';
import { decodeVector } from '../../../server/util/vector.ts';
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
  const files = await filesOf(folder, pattern);
  if (files.length === 0) throw new Error('no such files: the test would prove nothing');
  await Promise.all(files.map((file) => writeFile(file, '')));
}

async function filesOf(folder: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path));
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

  test('when one of its data files is empty and the others are whole', async () => {
    await using store = await openPrepared();
    const [file] = await filesOf(store.options.indexDir, /data\/.*\.lance$/u);
    if (file === undefined) throw new Error('no data file: the test would prove nothing');
    await writeFile(file, '');
    await store.reopen();
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

describe('only what differs is mended', () => {
  test('rows that the database does not know, or has with other rules, and rows that are not there', async () => {
    await using store = await openPrepared();
    await store.knowledge.importDocument({
      collection: 'handbook',
      source: 'gone.md',
      bytes: Buffer.from('# Gone\n\nThis was deleted while nobody looked.\n'),
    });
    const logged: string[] = [];
    Object.assign(store.options, { logger: recordingLogger(logged) });
    await store.reopen(async () => {
      const { db } = store.options;
      await db.deleteFrom('documents').where('source', 'like', '%gone.md').execute();
      await db.updateTable('documents').set({ version: 7 }).where('source', 'like', '%zh.md').execute();
    });
    expect(await found(store)).toEqual(everything);
    expect(logged.filter((line) => line.includes('index-repaired'))).toEqual([
      expect.stringContaining('"chunks":2'),
    ]);
  });

  test('and nothing where both agree', async () => {
    await using store = await openPrepared();
    const logged: string[] = [];
    Object.assign(store.options, { logger: recordingLogger(logged) });
    await store.reopen();
    expect(logged).toEqual([]);
  });
});

function recordingLogger(lines: string[]) {
  const destination = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString());
      done();
    },
  });
  return createLogger('info', destination);
}

describe('while another model embeds everything', () => {
  const query = { text: 'unused leave', collections: ['handbook'], limit: 5 } as const;

  test('the former index answers, by its own model, and the new one takes over at the end', async () => {
    await using store = await openTestKnowledge({ embedder: 'one', embed: embedAs(0, 16) });
    await createHandbook(store);
    const gate = createGate();
    const asked: string[] = [];
    const slow = async (texts: readonly string[]) => {
      await gate.opened;
      return embedAs(1, 32)(texts);
    };
    await store.knowledge[Symbol.asyncDispose]();
    await using next = await openKnowledge({
      ...store.options,
      embedder: 'two',
      dimensions: 32,
      embed: slow,
      embedAsBefore: (name) => {
        asked.push(name);
        return name === 'one' ? embedAs(0, 16) : undefined;
      },
    });
    expect(await next.search({ ...query, mode: 'vector' })).toMatchObject([{ score: 1 }]);
    expect(asked[0]).toBe('one');
    await vi.waitFor(() => expect(next.indexState().task).toBe('embedding'));
    await next.importDocument({ collection: 'handbook', source: 'zh.md', bytes: zh });
    expect(await next.search({ ...query, mode: 'vector' })).toMatchObject([{ score: 1 }, { score: 1 }]);
    gate.open();
    await next.settled();
    expect(next.indexState()).toEqual({ task: 'ready', done: 0, total: 0 });
    const rows = await store.options.db.selectFrom('chunks').select('embedding').execute();
    expect(rows.map(({ embedding }) => decodeVector(embedding).length)).toEqual([32, 32]);
    expect(await next.search({ ...query, mode: 'vector' })).toMatchObject([{ score: 1 }, { score: 1 }]);
    expect(await readdir(store.options.indexDir)).toHaveLength(1);
  });

  test('the index in force is repaired meanwhile', async () => {
    await using store = await openTestKnowledge({ embedder: 'one', embed: embedAs(0, 16) });
    await createHandbook(store);
    await store.knowledge[Symbol.asyncDispose]();
    const gate = createGate();
    await using next = await openKnowledge({
      ...store.options,
      embedder: 'two',
      embed: (texts) => gate.opened.then(() => embedAs(1, 16)(texts)),
      embedAsBefore: () => embedAs(0, 16),
    });
    await vi.waitFor(() => expect(next.indexState().task).toBe('embedding'));
    for (const name of await readdir(store.options.indexDir))
      await emptyFiles(join(store.options.indexDir, name), /./u).catch(() => undefined);
    expect(await next.search({ ...query, mode: 'vector' })).toHaveLength(1);
    gate.open();
    await next.settled();
  });

  test('a stop during the last round leaves the former index in force', async () => {
    await using store = await openTestKnowledge({ embedder: 'one', embed: embedAs(0, 16) });
    await createHandbook(store);
    const { db, clock, logger } = store.options;
    const directory = join(store.directory, 'next');
    const next = await openIndexStore({ directory, dimensions: 32, clock, logger });
    let stopped = false;
    const putInForce = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await renewVectors({
      db,
      next,
      embed: embedAs(1, 32),
      progress: () => undefined,
      stopped: () => stopped,
      // Something is imported just before the last round, and the product is closed in it.
      exclusively: async (work) => {
        await store.knowledge.importDocument({ collection: 'handbook', source: 'zh.md', bytes: zh });
        stopped = true;
        return work();
      },
      putInForce,
    });
    next.close();
    expect(putInForce).not.toHaveBeenCalled();
  });

  test('what is imported meanwhile is found, and without the former model words go on', async () => {
    await using store = await openTestKnowledge({ embedder: 'one', embed: embedAs(0, 16) });
    await createHandbook(store);
    await store.knowledge[Symbol.asyncDispose]();
    let down = true;
    const failing = (texts: readonly string[]) =>
      down && texts.some((text) => text.includes('carry over'))
        ? Promise.reject(new AppError('ERR_INFERENCE_UNAVAILABLE', 'The model is down.', { status: 503 }))
        : embedAs(1, 32)(texts);
    const options = { ...store.options, embedder: 'two', dimensions: 32, embed: failing };
    const interrupted = await openKnowledge(options);
    await interrupted.importDocument({ collection: 'handbook', source: 'zh.md', bytes: zh });
    expect(await interrupted.search({ ...query, text: '采购订单', mode: 'hybrid' })).toHaveLength(1);
    await interrupted.settled();
    await interrupted[Symbol.asyncDispose]();
    down = false;
    await using resumed = await openKnowledge(options);
    await resumed.settled();
    expect(await resumed.search({ ...query, mode: 'vector' })).toHaveLength(2);
  });
});

function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
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
