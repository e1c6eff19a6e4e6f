import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';

const words = {
  en: {
    title: 'Overview',
    exchanges: 'Exchanges',
    volume: 'Exchanges and how they ended',
    table: 'Show as a table',
    chart: 'Show as a chart',
    none: 'Nobody has asked anything in this time.',
    verify: 'Verify now',
    year: '12 months',
    denied: 'Your role does not include this page',
  },
  zh: {
    title: '概览',
    exchanges: '问答次数',
    volume: '问答次数与结果',
    table: '以表格显示',
    chart: '以图表显示',
    none: '此时段内没有人提问。',
    verify: '立即校验',
    year: '12 个月',
    denied: '您的角色不包含此页面',
  },
} as const;

const question = 'How many days of paid holiday do full-time staff get? Write to li.na@example.com.';

describe.skipIf(noBrowser)('the overview', () => {
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct();
    await product.addPerson('sam.supervisor', 'supervisor');
    await product.addPerson('mia.member', 'member');
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  async function ask(): Promise<void> {
    const reply = await fetch(`${product.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.context.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ role: 'user', content: question }] }),
    });
    expect(reply.status).toBe(200);
  }

  it.each(['en', 'zh'] as const)(
    'follows a real exchange, as chart and as table, in %s',
    async (language) => {
      const text = words[language];
      tab = await product.open({ language });
      const { page } = tab;
      await tab.signIn();
      await tab.goto('/overview');
      await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
      const total = page.locator('dl').filter({ hasText: text.exchanges }).locator('dd').first();
      const before = Number(await total.textContent());
      await ask();
      await page.reload();
      await expect.poll(() => total.textContent()).toBe(String(before + 1));

      const volume = page.getByRole('region', { name: text.volume });
      await volume.locator('.recharts-bar-rectangle path').first().waitFor();
      await volume.getByRole('button', { name: text.table }).click();
      const cells = await volume.getByRole('row').last().getByRole('cell').allTextContents();
      const counted = cells.slice(1).reduce((sum, cell) => sum + Number(cell), 0);
      expect(counted).toBe(before + 1);
      await volume.getByRole('button', { name: text.chart }).click();
      expect(await page.getByText(/· EMAIL$/).count()).toBeGreaterThan(0);

      await page.getByText(text.year, { exact: true }).click();
      await page.waitForURL(/range=year/);
      expect(await tab.axe()).toEqual([]);
      await page.getByRole('link', { name: text.verify }).click();
      await page.waitForURL(/\/audit$/);
    },
  );

  it('offers each person only steps they may take', async () => {
    tab = await product.open();
    await tab.signIn('sam.supervisor');
    await tab.goto('/overview');
    await tab.page.locator('[data-alert=log-never-verified]').waitFor();
    expect(await tab.page.getByRole('link', { name: words.en.verify }).count()).toBe(0);
    expect(tab.refusals.filter((refusal) => refusal.startsWith('403'))).toEqual([]);
  });

  it.each(['en', 'zh'] as const)('is closed to those who only ask, in %s', async (language) => {
    tab = await product.open({ language });
    await tab.signIn('mia.member');
    await tab.goto('/overview');
    await tab.page.getByText(words[language].denied).waitFor();
    expect(await tab.page.getByRole('link', { name: words[language].title, exact: true }).count()).toBe(0);
  });
});
