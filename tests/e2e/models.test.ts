import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';

const words = {
  en: {
    title: 'Models',
    verify: 'Verify files',
    show: 'Show files',
    asListed: 'As listed',
    measure: 'Measure speed',
    perSecond: /tokens\/s/,
    unload: 'Unload',
    load: 'Load',
    consequence: /nobody can ask anything/,
    searchConsequence: /search finds nothing by meaning/,
    cancel: 'Cancel',
    playground: 'Try it',
    prompt: 'Prompt',
    ask: 'Ask',
    answer: 'Answer',
    question: 'How many days of paid holiday do full-time staff get each year?',
    days: /25 working days/,
    masked: 'What the model read',
    bring: 'Bring your own model',
  },
  zh: {
    title: '模型',
    verify: '核对文件',
    show: '显示文件',
    asListed: '一致',
    measure: '测量速度',
    perSecond: /每秒 .* 个词元/,
    unload: '卸载',
    load: '加载',
    consequence: /任何人都无法提问/,
    searchConsequence: /也无法导入文档/,
    cancel: '取消',
    playground: '试用',
    prompt: '提示词',
    ask: '提问',
    answer: '回答',
    question: 'How many days of paid holiday do full-time staff get each year?',
    days: /25 working days/,
    masked: '模型读到的内容',
    bring: '引入自己的模型',
  },
} as const;

const cardOf = (page: Page, id: string): Locator => page.locator(`[data-model="${id}"]`);
const stateOf = (page: Page, id: string, state: string): Locator =>
  cardOf(page, id).locator(`[data-state="${state}"]`);

describe.skipIf(noBrowser)('the models pages', () => {
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct();
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  describe.each(['en', 'zh'] as const)('in %s', (language) => {
    const text = words[language];

    it('verify the files and measure the speed of a model, also across a reload', async () => {
      tab = await product.open({ language });
      await tab.signIn();
      await tab.goto('/models');
      const { page } = tab;
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      expect(await tab.axe()).toEqual([]);

      const embedder = cardOf(page, 'starter-embedder');
      await embedder.getByRole('button', { name: text.verify }).click();
      await embedder.getByRole('button', { name: text.show }).click();
      expect(await embedder.getByText(text.asListed, { exact: true }).count()).toBe(5);

      const chat = cardOf(page, 'starter-model');
      await chat.getByRole('button', { name: text.measure }).click();
      await page.reload();
      await chat.getByText(text.perSecond).first().waitFor();
      await page.getByRole('heading', { name: text.bring }).waitFor();
    });

    it('unload a model after naming what stops, and load it again', async () => {
      tab = await product.open({ language });
      await tab.signIn();
      await tab.goto('/models');
      const { page } = tab;
      await stateOf(page, 'starter-model', 'ready').waitFor();
      await cardOf(page, 'starter-embedder').getByRole('button', { name: text.unload }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(text.searchConsequence).waitFor();
      await dialog.getByRole('button', { name: text.cancel }).click();
      await dialog.waitFor({ state: 'hidden' });

      await cardOf(page, 'starter-model').getByRole('button', { name: text.unload }).click();
      await dialog.getByText(text.consequence).waitFor();
      expect(await tab.axe()).toEqual([]);
      await dialog.getByRole('button', { name: text.unload, exact: true }).click();
      await stateOf(page, 'starter-model', 'unloaded').waitFor();
      await cardOf(page, 'starter-model').getByRole('button', { name: text.load, exact: true }).click();
      await stateOf(page, 'starter-model', 'ready').waitFor();
      await stateOf(page, 'starter-embedder', 'ready').waitFor();
    });

    it('ask one model in the playground and show its timing', async () => {
      tab = await product.open({ language });
      await tab.signIn();
      await tab.goto('/models');
      const { page } = tab;
      await cardOf(page, 'starter-model').getByRole('link', { name: text.playground }).click();
      await page.getByLabel(text.prompt).fill(text.question);
      await page.getByRole('button', { name: text.ask, exact: true }).click();
      const answer = page.getByRole('region', { name: text.answer });
      await answer.getByText(text.days).first().waitFor();
      await answer
        .getByText(/\d (?:ms|s)$/)
        .first()
        .waitFor();
      await page.getByRole('region', { name: text.masked }).waitFor();
      expect(await tab.axe()).toEqual([]);
    });
  });

  it('show a supervisor how models run, without a way to change them, and a member nothing', async () => {
    const supervisor = await product.addPerson('sue', 'supervisor');
    tab = await product.open();
    await tab.signIn(supervisor.username, supervisor.password);
    await tab.goto('/models');
    const { page } = tab;
    await stateOf(page, 'starter-model', 'ready').waitFor();
    await page
      .getByText(/MiB held/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: words.en.unload }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: words.en.bring }).count()).toBe(0);
    await tab[Symbol.asyncDispose]();

    const member = await product.addPerson('mem', 'member');
    tab = await product.open();
    await tab.signIn(member.username, member.password);
    await tab.goto('/models');
    await tab.page.getByRole('heading', { name: 'Your role does not include this page' }).waitFor();
  });
});
