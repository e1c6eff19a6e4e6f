import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { loadTexts, type Say } from '../helpers/ui-texts.ts';
import { ADMIN_PASSWORD } from '../helpers/test-context.ts';

describe.skipIf(noBrowser).each(['en', 'zh'] as const)('the first steps, in %s', (language) => {
  let t: Say;
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    t = await loadTexts('guide', 'guide', language);
    product = await openProduct();
  });

  afterAll(() => product[Symbol.asyncDispose]());

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  const step = (id: string): ReturnType<Tab['page']['locator']> => tab.page.locator(`[data-step=${id}]`);

  it('greet whoever set the product up, tick off what happens, and are skipped and found again', async () => {
    tab = await product.open({ language });
    const { page } = tab;
    await tab.signIn();
    await page.getByRole('heading', { name: t('title'), level: 1 }).waitFor();
    await page.getByText(t('progress', 0, 5)).waitFor();
    expect(await tab.axe()).toEqual([]);

    await step('change-password').getByRole('link').click();
    const words = await loadTexts('account', 'account', language);
    const shell = await loadTexts('shell', 'shell', language);
    await page.getByLabel(words('current')).fill(ADMIN_PASSWORD);
    await page.getByLabel(new RegExp(`^${words('next')}(?: \\*)?$`)).fill('another battery staple');
    await page.getByLabel(words('repeat')).fill('another battery staple');
    await page.getByRole('button', { name: words('change') }).click();
    await page.getByText(words('changed')).waitFor();
    await product.addPerson('colleague', 'member');

    await page.getByRole('button', { name: shell('menuOf', 'Administrator') }).click();
    await page.getByRole('menuitem', { name: shell('guide') }).click();
    await page.getByText(t('progress', 2, 5)).waitFor();
    expect(await step('change-password').getAttribute('data-done')).toBe('true');
    expect(await step('invite-people').getAttribute('data-done')).toBe('true');
    expect(await step('bring-model').getAttribute('data-done')).toBe('false');
    await page.getByRole('button', { name: t('skip') }).click();
    await page.getByText(t('skipped')).waitFor();
    await page.getByRole('button', { name: t('resume') }).click();
    await page.getByRole('button', { name: t('skip') }).waitFor();
  });

  it('greet nobody twice', async () => {
    tab = await product.open({ language });
    await tab.signIn('admin', 'another battery staple');
    await tab.page.waitForURL(/\/assistant/);
  });
});
