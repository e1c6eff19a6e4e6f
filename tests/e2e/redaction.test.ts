import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';

const words = {
  en: {
    text: 'Text',
    example: 'Insert an example',
    passport: 'Chinese passport',
    announced: 'Announced by “passport”',
    copy: 'Copy the masked text',
    search: 'Search types, rules and words',
    card: 'Payment card',
    details: 'Rules and words of Payment card',
    differ: 'Only where the profiles differ',
    age: 'Age',
    email: 'E-mail address',
  },
  zh: {
    text: '文本',
    example: '插入示例',
    passport: '中国护照',
    announced: '由“护照”一词提示',
    copy: '复制脱敏后的文本',
    search: '搜索类型、规则和提示词',
    card: '支付卡',
    details: '“支付卡”的规则和提示词',
    differ: '仅显示方案之间的差异',
    age: '年龄',
    email: '电子邮箱',
  },
} as const;

describe.skipIf(noBrowser)('redaction', () => {
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

  it.each(['en', 'zh'] as const)(
    'shows what is masked with the reasons, in %s, by keyboard',
    async (language) => {
      const text = words[language];
      tab = await product.open({ language, theme: language === 'en' ? 'light' : 'dark' });
      const { page } = tab;
      await tab.goto('/redaction');
      await tab.signIn();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
      await page.getByRole('button', { name: text.example }).focus();
      await page.keyboard.press('Enter');
      const row = page.getByRole('row').filter({ hasText: 'E12345678' });
      await row.getByText(text.passport).waitFor();
      await row.getByText(text.announced).waitFor();
      await page.locator('mark', { hasText: '4111 1111 1111 1111' }).waitFor();
      expect(await tab.axe()).toEqual([]);
      await page.getByRole('button', { name: text.copy }).focus();
      await page.keyboard.press('Enter');
      const copied = String(await page.evaluate('navigator.clipboard.readText()'));
      expect(copied).toMatch(/\[PASSPORT_1\w\]/);
      expect(copied).not.toContain('E12345678');
    },
  );

  it.each(['en', 'zh'] as const)(
    'tells what each profile does and which rules there are, in %s',
    async (language) => {
      const text = words[language];
      tab = await product.open({ language, theme: language === 'en' ? 'dark' : 'light' });
      const { page } = tab;
      await tab.goto('/redaction/profiles');
      await tab.signIn();
      const row = (name: string): ReturnType<typeof page.getByRole> =>
        page.getByRole('rowheader', { name, exact: true });
      await row(text.age).waitFor();
      expect(await row(text.email).count()).toBe(0);
      await page.getByRole('switch', { name: text.differ }).press('Space');
      await row(text.email).waitFor();
      expect(await tab.axe()).toEqual([]);
      await tab.goto('/redaction/types');
      await page.getByLabel(text.search).fill('luhn-never');
      await page.getByRole('table').waitFor({ state: 'detached' });
      await page.getByLabel(text.search).fill(text.card);
      await page.getByRole('button', { name: text.details }).press('Enter');
      await page.getByText('Luhn').first().waitFor();
      expect(await tab.axe()).toEqual([]);
    },
  );

  it('leads an auditor to the rules, and a member to the playground alone', async () => {
    tab = await product.open();
    const { page } = tab;
    const auditor = await product.addPerson('checker', 'auditor');
    await tab.goto('/redaction');
    await tab.signIn(auditor.username, auditor.password);
    await page.waitForURL('**/redaction/types');
    await tab[Symbol.asyncDispose]();
    tab = await product.open();
    const member = await product.addPerson('asker', 'member');
    await tab.goto('/redaction');
    await tab.signIn(member.username, member.password);
    await tab.page.getByRole('button', { name: words.en.example }).click();
    await tab.page.getByText(words.en.announced).waitFor();
    expect(await tab.page.getByRole('tab').count()).toBe(0);
    expect(tab.refusals.filter((refusal) => refusal.startsWith('403'))).toEqual([]);
  });
});
