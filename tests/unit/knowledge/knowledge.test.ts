import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { documentId } from '../../../server/knowledge/knowledge.ts';
import {
  embedByCharacters,
  openTestKnowledge,
  type TestKnowledge,
} from '../../helpers/open-test-knowledge.ts';

const leave = Buffer.from(
  '# Leave policy\n\n## Carry-over\n\nEmployees may carry over five days of unused leave.\n',
);
const zh = Buffer.from('# 采购办法\n\n采购订单由部门经理审批，金额超过一万元的由财务总监审批。\n');

async function withCollections(store: TestKnowledge, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await store.knowledge.createCollection({ id, name: id, classification: 'internal', readers: ['member'] });
  }
}

const find = async ({ knowledge }: TestKnowledge, text: string, ...collections: readonly string[]) =>
  (await knowledge.search({ text, collections, limit: 10, mode: 'text' })).map((hit) => hit.document);

describe('collections', () => {
  test('are made once, with an id of a closed alphabet', async () => {
    await using store = await openTestKnowledge();
    await withCollections(store, 'handbook');
    expect(await store.knowledge.collections()).toMatchObject([{ id: 'handbook', readers: ['member'] }]);
    await expect(withCollections(store, 'handbook')).rejects.toMatchObject({ status: 409 });
    await expect(withCollections(store, "x' OR '1'='1")).rejects.toMatchObject({ status: 400 });
  });
});

describe('import', () => {
  test('is idempotent: the same bytes change nothing, other bytes replace, and the id stays', async () => {
    await using store = await openTestKnowledge();
    await withCollections(store, 'handbook');
    const input = { collection: 'handbook', source: 'leave.md', bytes: leave };
    const shares: number[] = [];
    const first = await store.knowledge.importDocument(input, (share) => shares.push(share));
    expect(first).toEqual({
      warnings: [],
      status: 'imported',
      source: 'leave.md',
      document: documentId('handbook', 'leave.md'),
      title: 'Leave policy',
      chunks: 1,
      version: 1,
      flags: [],
      parts: [],
    });
    expect(shares).toEqual(shares.toSorted((left, right) => left - right));
    expect(shares.at(-1)).toBe(1);
    expect(await store.knowledge.importDocument(input)).toEqual({ ...first, status: 'unchanged' });

    const changed = { ...input, bytes: Buffer.from('# Leave policy\n\nSabbaticals last a month.\n') };
    expect(await store.knowledge.importDocument(changed)).toEqual({
      ...first,
      status: 'replaced',
      version: 2,
    });
    expect(await find(store, 'unused', 'handbook')).toEqual([]);
    expect(await find(store, 'sabbatical', 'handbook')).toEqual([documentId('handbook', 'leave.md')]);
    expect(await store.knowledge.documents('handbook')).toMatchObject([
      { source: 'leave.md', chunks: 1, language: 'en' },
    ]);
  });

  test('a bad file is a report, keeps what was there, and lets the next one in', async () => {
    await using store = await openTestKnowledge();
    await withCollections(store, 'handbook');
    const input = { collection: 'handbook', source: 'leave.md', bytes: leave };
    await store.knowledge.importDocument(input);
    expect(await store.knowledge.importDocument({ ...input, bytes: Buffer.alloc(0) })).toMatchObject({
      status: 'failed',
      code: 'ERR_KNOWLEDGE_FORMAT',
      chunks: 0,
    });
    expect(await find(store, 'unused leave', 'handbook')).toHaveLength(1);
    expect(await store.knowledge.importDocument({ ...input, source: 'zh.md', bytes: zh })).toMatchObject({
      status: 'imported',
    });
  });

  test('without the embedder nothing is stored, and an unknown collection is not found', async () => {
    const down = new AppError('ERR_INFERENCE_UNAVAILABLE', 'down', { status: 503 });
    await using store = await openTestKnowledge({ embed: () => Promise.reject(down) });
    await withCollections(store, 'handbook');
    const input = { collection: 'handbook', source: 'leave.md', bytes: leave };
    await expect(store.knowledge.importDocument(input)).rejects.toBe(down);
    expect(await store.knowledge.documents('handbook')).toEqual([]);
    await expect(store.knowledge.importDocument({ ...input, collection: 'no' })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('search', () => {
  test('finds Chinese words, English forms of a word, titles and headings; hybrid goes on without the embedder', async () => {
    let up = true;
    const embed = (texts: readonly string[]) =>
      up ? embedByCharacters(texts) : Promise.reject(new AppError('ERR_INFERENCE_UNAVAILABLE', 'down'));
    await using store = await openTestKnowledge({ embed });
    await withCollections(store, 'handbook');
    await store.knowledge.importDocument({ collection: 'handbook', source: 'leave.md', bytes: leave });
    await store.knowledge.importDocument({ collection: 'handbook', source: 'zh.md', bytes: zh });
    const ids = { leave: documentId('handbook', 'leave.md'), zh: documentId('handbook', 'zh.md') };
    expect(await find(store, '订单谁来审批？', 'handbook')).toEqual([ids.zh]);
    expect(await find(store, 'carrying over an employee’s day', 'handbook')).toEqual([ids.leave]);
    expect(await find(store, 'policies', 'handbook')).toEqual([ids.leave]);
    up = false;
    const query = { text: 'unused leave', collections: ['handbook'], limit: 5, mode: 'hybrid' } as const;
    expect(await store.knowledge.search(query)).toMatchObject([
      { document: ids.leave, location: 'Carry-over' },
    ]);
    await expect(store.knowledge.search({ ...query, mode: 'vector' })).rejects.toMatchObject({
      code: 'ERR_INFERENCE_UNAVAILABLE',
    });
  });

  test('what a query holds is never a filter or a query language', async () => {
    await using store = await openTestKnowledge();
    await withCollections(store, 'handbook', 'secret');
    await store.knowledge.importDocument({ collection: 'secret', source: 'leave.md', bytes: leave });
    for (const text of ["leave' OR '1'='1", '"leave"~2', 'leave AND (', '*', '\u0000', '']) {
      expect(await find(store, text, 'handbook')).toEqual([]);
    }
    expect(await find(store, 'leave', "handbook') OR (collection = 'secret")).toEqual([]);
  });
});

test('rows of a collection that was not asked for never come back, in any mode', async () => {
  await using store = await openTestKnowledge();
  const all = ['a', 'b', 'c', 'd'];
  await withCollections(store, ...all);
  for (const collection of all) {
    for (const source of ['1.md', '2.md']) {
      const bytes = Buffer.from(
        `# Rules ${collection}\n\nUnused leave in ${collection} of ${source} lasts five days. 年假五天。\n`,
      );
      await store.knowledge.importDocument({ collection, source, bytes });
    }
  }
  const text = fc.constantFrom('leave', '年假五天', 'rules a b c d', 'five days unused leave');
  const mode = fc.constantFrom('hybrid' as const, 'text' as const, 'vector' as const);
  await fc.assert(
    fc.asyncProperty(fc.subarray(all), text, mode, async (collections, words, chosen) => {
      const hits = await store.knowledge.search({ text: words, collections, limit: 50, mode: chosen });
      expect(hits.filter((hit) => !collections.includes(hit.collection))).toEqual([]);
      // A vector is near to something in every readable document, so each of them comes back.
      const found = new Set(hits.map((hit) => hit.document)).size;
      expect(chosen === 'text' ? 0 : found).toBe(chosen === 'text' ? 0 : collections.length * 2);
    }),
    { numRuns: 60 },
  );
});

describe('removal', () => {
  test('is live at once, also when the index could not follow', async () => {
    await using store = await openTestKnowledge();
    await withCollections(store, 'handbook');
    await store.knowledge.importDocument({ collection: 'handbook', source: 'leave.md', bytes: leave });
    const id = documentId('handbook', 'leave.md');
    expect(await store.knowledge.removeDocument(id)).toBe(true);
    expect(await find(store, 'leave', 'handbook')).toEqual([]);
    expect(await store.knowledge.document(id)).toBeUndefined();
    expect(await store.knowledge.removeDocument(id)).toBe(false);

    await store.knowledge.importDocument({ collection: 'handbook', source: 'leave.md', bytes: leave });
    await store.options.db.deleteFrom('documents').execute();
    expect(await find(store, 'leave', 'handbook')).toEqual([]);
  });
});

describe('evaluation', () => {
  test('counts chunks, documents and sources as relevant', async () => {
    await using store = await openTestKnowledge();
    await withCollections(store, 'handbook');
    await store.knowledge.importDocument({ collection: 'handbook', source: 'leave.md', bytes: leave });
    await store.knowledge.importDocument({ collection: 'handbook', source: 'zh.md', bytes: zh });
    const lines = [
      { query: 'carry over unused leave', relevant: ['leave.md'] },
      { query: '审批', relevant: [documentId('handbook', 'zh.md')] },
      { query: 'leave', relevant: ['missing.md'] },
    ];
    const report = await store.knowledge.evaluate(lines, 'handbook');
    expect(report.queries).toBe(3);
    expect(report.text).toEqual({
      'recall@1': 2 / 3,
      'recall@5': 2 / 3,
      'recall@10': 2 / 3,
      'mrr@10': 2 / 3,
      'ndcg@10': 2 / 3,
    });
  });
});
