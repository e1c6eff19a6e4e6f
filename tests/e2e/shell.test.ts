import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';

const words = {
  en: {
    signIn: 'Sign in',
    areas: 'Main',
    menu: /^Menu of/,
    signOut: 'Sign out',
    dark: 'Dark',
    wrong: /is wrong/,
  },
  zh: { signIn: '登录', areas: '主导航', menu: /的菜单$/, signOut: '退出登录', dark: '深色', wrong: /错误/ },
} as const;

describe.skipIf(noBrowser)('the frame around every page', () => {
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
    'signs in by keyboard, goes somewhere, signs out, in %s',
    async (language) => {
      const text = words[language];
      tab = await product.open({ language });
      const { page } = tab;
      await tab.goto('/');
      await page.getByRole('heading', { name: text.signIn }).waitFor();
      expect(await tab.axe()).toEqual([]);
      await tab.signIn();
      await page.getByRole('navigation', { name: text.areas }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      expect(await tab.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: text.menu }).click();
      await page.getByRole('menuitem', { name: text.signOut }).click();
      await page.getByRole('heading', { name: text.signIn }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toMatch(new RegExp(`^${language}`));
    },
  );

  it('keeps the theme that was chosen, also after a reload', async () => {
    tab = await product.open();
    const { page } = tab;
    await tab.signIn();
    await page.getByRole('button', { name: words.en.menu }).click();
    await page.getByText(words.en.dark, { exact: true }).click();
    await page.reload();
    await page.locator('#content').waitFor();
    expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark');
    expect(await tab.axe()).toEqual([]);
  });

  it('says so when the password is wrong, and keeps the name', async () => {
    tab = await product.open();
    const { page } = tab;
    await tab.goto('/models');
    await page.locator('input[name=username]').fill('admin');
    await page.locator('input[name=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(words.en.wrong).waitFor();
    expect(await page.locator('input[name=username]').inputValue()).toBe('admin');
  });

  it('leads to the address that was asked for, and says when there is none', async () => {
    tab = await product.open();
    const { page } = tab;
    await tab.goto('/no-such-page');
    await tab.signIn();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  it('sends each page with a nonce of its own and nothing inline', async () => {
    tab = await product.open();
    const first = await fetch(product.url);
    const second = await fetch(product.url);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w-]{20,}'/);
    expect(policy).not.toBe(second.headers.get('content-security-policy'));
    expect(await first.text()).not.toMatch(/<style|<script>|style=/);
  });
});
