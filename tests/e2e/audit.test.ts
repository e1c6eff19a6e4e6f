import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';

const words = {
  en: {
    verify: 'Verify the log',
    intact: 'The log is intact',
    type: 'Type',
    table: 'Entries of the audit log',
    facts: 'What it records',
    proven: 'Leads to the newest signed checkpoint',
    before: 'The entry before',
    exported: 'Export',
    download: 'Download',
    onlyVerify: 'You may verify the log, and not read its entries.',
  },
  zh: {
    verify: '校验日志',
    intact: '日志完好',
    type: '类型',
    table: '审计日志条目',
    facts: '记录内容',
    proven: '可追溯到最新签名检查点',
    before: '上一条',
    exported: '导出',
    download: '下载',
    onlyVerify: '您可以校验日志，但不能阅读条目。',
  },
} as const;

describe.skipIf(noBrowser)('the audit pages', () => {
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

  it.each(['en', 'zh'] as const)('verifies, filters, opens an entry and exports, in %s', async (language) => {
    const text = words[language];
    tab = await product.open({ language });
    const { page } = tab;
    await tab.signIn();
    await tab.goto('/audit');
    await page.getByRole('button', { name: text.verify }).click();
    await page.getByText(text.intact).waitFor();

    const table = page.getByRole('table', { name: text.table });
    const type = page.getByRole('combobox', { name: text.type, exact: true });
    await type.fill('collection.created');
    await page.getByRole('option', { name: 'collection.created' }).click();
    await table.getByText('collection.created').first().waitFor();
    expect(await table.getByText('auth.signed-in').count()).toBe(0);
    expect(page.url()).toContain('type=collection.created');
    expect(await tab.axe()).toEqual([]);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: text.exported }).click();
    await page.getByRole('link', { name: text.download, exact: true }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^audit-.*\.jsonl$/);

    await table.getByRole('link').first().press('Enter');
    await page.getByRole('heading', { name: text.facts }).waitFor();
    await page.getByText(text.proven).waitFor();
    expect(await tab.axe()).toEqual([]);
    const here = page.url();
    await page.getByRole('link', { name: text.before }).click();
    await page.waitForURL((url) => url.href !== here);
    await page.getByRole('heading', { name: text.facts }).waitFor();
  });

  it('shows a person who may only verify no entry', async () => {
    const officer = await product.addPerson('olga.privacy', 'privacy-officer');
    tab = await product.open();
    await tab.signIn(officer.username, officer.password);
    await tab.goto('/audit');
    await tab.page.getByText(words.en.onlyVerify).waitFor();
    await tab.page.getByRole('button', { name: words.en.verify }).click();
    await tab.page.getByText(words.en.intact).waitFor();
    expect(await tab.page.getByRole('table').count()).toBe(0);
    expect(tab.refusals.filter((refusal) => !refusal.endsWith('/api/auth/me'))).toEqual([]);
  });
});
