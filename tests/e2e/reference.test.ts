import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';

const words = {
  en: {
    title: 'API reference',
    search: 'Search operations',
    nothing: 'No operation matches.',
    unknown: 'There is no such operation.',
    send: 'Send',
    response: 'Response',
    body: 'Request body',
    invalid: /Not valid JSON/,
    changes: /changes something on this server/,
    missing: 'Fill in: id',
  },
  zh: {
    title: '接口文档',
    search: '搜索操作',
    nothing: '没有匹配的操作。',
    unknown: '没有这个操作。',
    send: '发送',
    response: '收到的响应',
    body: '请求正文',
    invalid: /不是有效的 JSON/,
    changes: /此操作会更改服务器上的内容/,
    missing: '请填写：id',
  },
} as const;

describe.skipIf(noBrowser)('the API reference', () => {
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

    it('finds an operation by keyboard, opens it, and tries it with the session', async () => {
      tab = await product.open({ language });
      await tab.signIn();
      await tab.goto('/reference');
      const { page } = tab;
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      await page.getByLabel(text.search).fill('auth/me');
      const found = page.getByRole('link', { name: 'get /api/auth/me' });
      await found.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: '/api/auth/me' }).waitFor();
      expect(page.url()).toMatch(/\/reference#getApiAuthMe$/);
      expect(await tab.axe()).toEqual([]);
      await page.getByRole('button', { name: text.send }).click();
      const reply = page.getByRole('region', { name: text.response, exact: true });
      await reply.getByText(/^200/).waitFor();
      await reply.getByText('"administrator"').waitFor();
      expect(await tab.axe()).toEqual([]);
    });

    it('opens what a link names, checks the JSON before sending, and shows refusals as replies', async () => {
      tab = await product.open({ language });
      await tab.signIn();
      await tab.goto('/reference#postApiUsers');
      const { page } = tab;
      await page.getByText(text.changes).waitFor();
      const body = page.getByRole('textbox', { name: text.body });
      const send = page.getByRole('button', { name: text.send });
      await body.fill('{"username": }');
      await page.getByText(text.invalid).first().waitFor();
      expect(await send.isDisabled()).toBe(true);
      await body.fill('{"username": "x"}');
      await send.click();
      const reply = page.getByRole('region', { name: text.response, exact: true });
      await reply.getByText(/^400/).waitFor();
      await reply.getByText('ERR_REQUEST_INVALID').waitFor();
    });

    it('asks for what the path needs, and says when nothing is found', async () => {
      tab = await product.open({ language });
      await tab.signIn();
      await tab.goto('/reference#postApiModelsByIdUnload');
      const { page } = tab;
      await page.getByText(text.missing).waitFor();
      await page.getByLabel(text.search).fill('no such thing');
      await page.getByText(text.nothing).waitFor();
      await tab.goto('/reference#deleteEverything');
      await page.getByRole('heading', { name: text.unknown }).waitFor();
    });
  });

  it('unfolds every operation of the product without an error', { timeout: 240_000 }, async () => {
    tab = await product.open();
    await tab.signIn();
    await tab.goto('/reference');
    const { page } = tab;
    const links = page.getByRole('navigation', { name: 'Operations' }).getByRole('link');
    await links.first().waitFor();
    const count = await links.count();
    expect(count).toBeGreaterThan(40);
    for (let index = 0; index < count; index += 1) {
      const link = links.nth(index);
      const path = await link.innerText();
      await link.click();
      await page
        .getByRole('heading', { level: 2, name: path.split('\n').at(-1) ?? '', exact: true })
        .waitFor();
    }
  });
});
