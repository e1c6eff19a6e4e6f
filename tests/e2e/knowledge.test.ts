import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab, type UiLanguage } from '../helpers/e2e.ts';
import { tabTo } from '../helpers/tab-to.ts';
import { createTeedHosts } from '../helpers/teed-hosts.ts';

const words = {
  en: {
    title: 'Knowledge',
    create: 'New collection',
    name: 'Name',
    id: 'Id',
    submit: 'Create',
    upload: 'Upload files',
    ready: 'Ready for answers',
    failed: 'Failed',
    damaged: /damaged/,
    dismiss: 'Dismiss',
    quoted: /^The quoted passage/,
    select: 'Select Garage rules',
    removeOne: 'Delete 1',
    removeForGood: 'Delete for good',
    none: 'No documents yet',
    actions: (name: string) => `Actions for ${name}`,
    edit: 'Edit',
    save: 'Save',
    remove: 'Delete',
    removeCollection: 'Delete the collection',
    query: 'Query',
    hits: (mode: string) => `Hits by ${mode}`,
    modes: ['Words', 'Vectors', 'Hybrid'],
    rank: 'Rank 1',
    runSet: 'Run questions.jsonl',
    runs: 'Runs',
    questions: 'Questions',
    apply: 'Apply threshold',
    applied: 'This threshold applies.',
    reset: 'Back to the default',
    byDefault: 'This is the default.',
  },
  zh: {
    title: '知识库',
    create: '新建知识集',
    name: '名称',
    id: '标识',
    submit: '创建',
    upload: '上传文件',
    ready: '可用于回答',
    failed: '失败',
    damaged: /损坏/,
    dismiss: '忽略',
    quoted: /^被引用的段落/,
    select: '选择“Garage rules”',
    removeOne: '删除 1 个',
    removeForGood: '永久删除',
    none: '还没有文档',
    actions: (name: string) => `“${name}”的操作`,
    edit: '编辑',
    save: '保存',
    remove: '删除',
    removeCollection: '删除知识集',
    query: '查询',
    hits: (mode: string) => `按${mode}检索的结果`,
    modes: ['词语', '向量', '混合'],
    rank: '第 1 名',
    runSet: '运行“questions.jsonl”',
    runs: '评测记录',
    questions: '问题',
    apply: '应用阈值',
    applied: '正在使用这个阈值。',
    reset: '恢复默认值',
    byDefault: '这是默认值。',
  },
} as const;

/** A few of the samples: enough of each kind for a threshold to be proposed. */
function sampleQuestions(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = readFileSync('samples/questions.jsonl', 'utf8').trim().split('\n');
  const unanswerable = lines.filter((line) => line.includes('"document":null'));
  const chosen = [...lines.slice(0, 6), ...unanswerable.slice(0, 5)];
  return { name: 'questions.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(chosen.join('\n')) };
}

const SENTENCE = 'Visitors park on level minus three for two hours.';

const files = [
  { name: 'garage.md', mimeType: 'text/markdown', buffer: Buffer.from(`# Garage rules\n\n${SENTENCE}\n`) },
  { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 cut') },
  {
    name: 'bays.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Bays\n\nBay 7 is kept for deliveries.\n'),
  },
];

describe.skipIf(noBrowser)('knowledge', () => {
  const hosts = createTeedHosts();
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct({ overrides: { spawnHost: hosts.spawnHost } });
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  async function createCollection(page: Page, language: UiLanguage, id: string): Promise<void> {
    const text = words[language];
    await page.getByRole('button', { name: text.create }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(text.name, { exact: true }).fill(`Garage ${id}`);
    await dialog.getByLabel(text.id, { exact: true }).fill(id);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Garage ${id}` }).waitFor();
  }

  async function countImports(collection: string): Promise<number> {
    const imports = await product.context.services.jobs.recent(['import-document'], 20);
    return imports.filter(({ payload }) => 'collection' in payload && payload.collection === collection)
      .length;
  }

  it.each(['en', 'zh'] as const)(
    'takes several files, goes on after a reload, says what is wrong with one, in %s',
    async (language) => {
      const text = words[language];
      const id = `garage-${language}`;
      tab = await product.open({ language });
      const { page } = tab;
      await tab.goto('/knowledge');
      await tab.signIn();
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      await page.getByRole('table').waitFor();
      expect(await tab.axe()).toEqual([]);
      await createCollection(page, language, id);
      await page.getByText(text.none).waitFor();
      // The embedder stands still until the page was loaded again, so that imports are at work on both sides of it.
      hosts.latest('onnx').kill('SIGSTOP');
      await page.locator('input[type=file]').first().setInputFiles(files);
      await page.getByRole('progressbar').first().waitFor();
      await expect.poll(() => countImports(id)).toBe(files.length);
      await page.reload();
      await page.getByRole('progressbar').first().waitFor();
      expect(await tab.axe()).toEqual([]);
      hosts.latest('onnx').kill('SIGCONT');
      await expect.poll(() => page.getByText(text.ready).count(), { timeout: 60_000 }).toBe(2);
      await page.getByRole('row', { name: /Bays/ }).waitFor();
      await page.getByText(text.damaged).waitFor();
      await page.getByRole('button', { name: text.dismiss }).click();
      await page.getByText(text.damaged).waitFor({ state: 'detached' });
    },
    90_000,
  );

  it.each(['en', 'zh'] as const)(
    'opens a document at the quoted sentence, searches side by side, and deletes, in %s',
    async (language) => {
      const text = words[language];
      const id = `garage-${language}`;
      tab = await product.open({ language, theme: 'dark' });
      const { page } = tab;
      await tab.goto(`/knowledge/search?q=${encodeURIComponent('where do visitors park')}`);
      await tab.signIn();
      for (const mode of text.modes) {
        const column = page.getByRole('region', { name: text.hits(mode) });
        const first = column.getByRole('listitem').first();
        await first.getByText(text.rank, { exact: true }).waitFor();
        await first.getByText(SENTENCE).waitFor();
      }
      expect(await tab.axe()).toEqual([]);

      const { documents } = await product.context.services.knowledge.page({
        collection: id,
        scope: 'everything',
        search: 'garage',
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 1,
      });
      const quote = encodeURIComponent(SENTENCE);
      await tab.goto(`/knowledge/documents/${documents[0]?.id}?chunk=chk_replaced&quote=${quote}`);
      const passage = page.getByRole('article', { name: text.quoted });
      expect(await passage.locator('mark').textContent()).toBe(SENTENCE);
      await page.locator('article:focus mark').waitFor();
      expect(await tab.axe()).toEqual([]);

      await tab.goto(`/knowledge/${id}`);
      await page.getByRole('checkbox', { name: text.select }).click();
      await page.getByRole('button', { name: text.removeOne, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: text.removeForGood }).click();
      await page.getByRole('row', { name: /Garage rules/ }).waitFor({ state: 'detached' });

      await page.getByRole('button', { name: text.actions(`Garage ${id}`) }).click();
      await page.getByRole('menuitem', { name: text.remove }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(id);
      await dialog.getByRole('button', { name: text.removeCollection }).click();
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      await page.getByText(id, { exact: true }).waitFor({ state: 'detached' });
    },
    60_000,
  );

  it.each(['en', 'zh'] as const)(
    'measures a collection, shows the run, and applies the threshold that it proposes, in %s',
    async (language) => {
      const text = words[language];
      tab = await product.open({ language });
      const { page } = tab;
      await tab.goto('/knowledge/evaluation?in=handbook');
      await tab.signIn();
      if (language === 'en') await page.locator('input[type=file]').setInputFiles(sampleQuestions());
      await page.getByRole('button', { name: text.runSet }).click();
      const rows = page.getByRole('row', { name: 'questions.jsonl' });
      await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(language === 'en' ? 1 : 2);
      expect(await tab.axe()).toEqual([]);
      await rows.first().getByRole('link').click();
      await page.getByRole('heading', { level: 2, name: text.questions }).waitFor();
      await page
        .getByRole('row', { name: /en\/annual-leave\.md/ })
        .first()
        .waitFor();
      expect(await tab.axe()).toEqual([]);
      await page.getByRole('button', { name: text.apply }).click();
      await page.getByRole('dialog').getByRole('button', { name: text.apply }).click();
      await page.getByText(text.applied).waitFor();
      await tab.goto('/knowledge/evaluation?in=handbook');
      await page.getByRole('button', { name: text.reset }).click();
      await page.getByText(text.byDefault).waitFor();
    },
    60_000,
  );

  it('is kept by keyboard alone, from a new collection to its deletion', async () => {
    tab = await product.open();
    const { page } = tab;
    const text = words.en;
    const dialog = page.getByRole('dialog');
    await tab.goto('/knowledge');
    await tab.signIn();
    await tabTo(page, page.getByRole('button', { name: text.create }).first());
    await page.keyboard.press('Enter');
    await dialog.getByLabel(text.name, { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Tab');
    await page.keyboard.type('by-keyboard');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor();
    // A dialog that closes gives the focus back to what opened it, which may come after the next page.
    await dialog.waitFor({ state: 'detached' });
    await tab.settled();

    // Listening comes first: a chooser that opens before the browser was told to report it is lost.
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.getByRole('button', { name: text.upload }).first());
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(files.slice(0, 1));
    await page.getByRole('row', { name: /Garage rules/ }).waitFor();
    await tabTo(page, page.getByRole('checkbox', { name: text.select }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: text.removeOne, exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: text.removeForGood }));
    await page.keyboard.press('Enter');
    await page.getByText(text.none).waitFor();
    await dialog.waitFor({ state: 'detached' });

    await tabTo(page, page.getByRole('button', { name: text.actions('By keyboard') }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('menuitem', { name: text.remove }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: text.removeCollection }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
  });

  it('shows a reader the documents and nothing to change them with', async () => {
    tab = await product.open();
    const { page } = tab;
    const { username, password } = await product.addPerson('reader', 'member');
    await tab.goto('/knowledge');
    await tab.signIn(username, password);
    await page.getByRole('link', { name: /Harbour Bank/ }).click();
    await page.getByRole('columnheader', { name: 'Title' }).waitFor();
    expect(await page.getByRole('button', { name: words.en.upload }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Actions for/ }).count()).toBe(0);
    expect(await page.getByRole('combobox').count()).toBe(0);
    await page.locator('tbody a').first().click();
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('button', { name: words.en.edit }).count()).toBe(0);
    expect(tab.refusals.filter((refusal) => refusal.startsWith('403'))).toEqual([]);
  });
});
