import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { loadTexts } from '../helpers/ui-texts.ts';

describe.skipIf(noBrowser)('policies', () => {
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct();
  });

  afterAll(() => product[Symbol.asyncDispose]());

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  it.each(['en', 'zh'] as const)('shows the files in force and finds in them, in %s', async (language) => {
    const t = await loadTexts('policies', 'policies', language);
    tab = await product.open({ language });
    const { page } = tab;
    await tab.goto('/policies');
    await tab.signIn();
    await page.getByText(product.context.services.policies.digest).waitFor();
    await page
      .getByRole('region', { name: t('source', 'access/roles.cedar') })
      .getByText('@id("member-asks")')
      .waitFor();
    expect(await tab.axe()).toEqual([]);
    await page.getByRole('searchbox', { name: t('search') }).fill('conversation-owner-only');
    await page.locator('mark').first().waitFor();
    const files = page.getByRole('navigation', { name: t('files') });
    expect(await files.getByRole('button').count()).toBe(1);
    await page.getByRole('region', { name: t('source', 'access/conversations.cedar') }).waitFor();
  });

  it.each(['en', 'zh'] as const)('explains a denial and what decided it, in %s', async (language) => {
    const t = await loadTexts('policies', 'policies', language);
    tab = await product.open({ language });
    const { page } = tab;
    await tab.goto('/policies/simulator');
    await tab.signIn();
    await page.getByRole('button', { name: t('decide') }).click();
    await page.getByText(t('nothingPermits')).waitFor();
    await page.getByRole('combobox', { name: t('action') }).click();
    await page.getByRole('combobox', { name: t('action') }).fill('conversation:read');
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: t('resource') }).click();
    await page.getByRole('option', { name: t('resources.Conversation') }).click();
    expect(await page.getByText(t('nothingPermits')).count()).toBe(0);
    await page.getByRole('button', { name: t('decide') }).click();
    await page.getByText(t('rules.conversation-owner-only')).waitFor();
    await page.getByText('unless { principal == resource.owner };').waitFor();
    expect(await tab.axe()).toEqual([]);
    await page.getByText(t('key'), { exact: true }).click();
    await page.getByRole('button', { name: t('decide') }).click();
    await page.getByText(t('rules.conversation-people-only')).waitFor();
  });

  it.each(['en', 'zh'] as const)('runs the tests and filters them, in %s', async (language) => {
    const t = await loadTexts('policies', 'policies', language);
    tab = await product.open({ language });
    const { page } = tab;
    await tab.goto('/policies/tests');
    await tab.signIn();
    await page.getByRole('button', { name: t('run') }).click();
    await page.getByRole('status').filter({ hasText: /\d{3}/ }).waitFor();
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.count()).toBeGreaterThan(300);
    await page.getByRole('searchbox', { name: t('filter') }).fill('audit:read by administrator');
    expect(await rows.count()).toBe(2);
    expect(await tab.axe()).toEqual([]);
    await page.getByText(t('failed'), { exact: true }).first().click();
    await page.getByText(t('noCase')).waitFor();
  });
});
