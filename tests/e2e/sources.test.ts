import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { loadTexts } from '../helpers/ui-texts.ts';

describe.skipIf(noBrowser)('a source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intramura-watched-'));
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    // Before the product starts: a file is left alone until it has settled.
    fillFolder(folder);
    product = await openProduct({
      environment: { INTRAMURA_SOURCE_ROOTS: folder, INTRAMURA_SAMPLES: 'off' },
    });
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  it('keeps in step with a folder: its files appear as documents and go when they go', async () => {
    const say = await loadTexts('sources', 'sources', 'en');
    const id = 'rules';
    await product.context.services.knowledge.createCollection({
      id,
      name: 'Rules',
      classification: 'internal',
      readers: [],
    });
    tab = await product.open();
    const { page } = tab;
    const dialog = page.getByRole('dialog');
    await tab.goto('/knowledge/sources');
    await tab.signIn();
    await page
      .getByRole('button', { name: say('add') })
      .first()
      .click();
    await dialog.getByLabel(say('name'), { exact: true }).fill('House rules');
    await dialog.getByLabel(say('id'), { exact: true }).fill(id);
    await dialog.getByRole('combobox', { name: say('collection') }).click();
    await page.getByRole('option', { name: 'Rules' }).click();
    await dialog.getByLabel(say('fields.path'), { exact: true }).fill('/etc');
    await dialog.getByRole('button', { name: say('test') }).click();
    await dialog.getByText(/INTRAMURA_SOURCE_ROOTS/).waitFor();
    await dialog.getByLabel(say('fields.path'), { exact: true }).fill(folder);
    await dialog.getByRole('button', { name: say('test') }).click();
    await dialog.getByText(say('testOk')).waitFor();
    expect(await tab.axe()).toEqual([]);
    await dialog.getByRole('button', { name: say('create'), exact: true }).click();
    const row = page.getByRole('row', { name: new RegExp(id) });
    await row.getByText(say('someFailed', '1')).waitFor({ timeout: 30_000 });

    await openMenu(page, say('actionsOf', 'House rules'), say('report'));
    await dialog.getByText('plan.docx').waitFor();
    expect(await tab.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await tab.goto(`/knowledge/${id}`);
    await page.getByRole('row', { name: /Rules for stairs/ }).waitFor();

    rmSync(join(folder, 'stairs.md'));
    await tab.goto('/knowledge/sources');
    await openMenu(page, say('actionsOf', 'House rules'), say('run'));
    await row.getByText(new RegExp(say('counts', '0', '0', '1'))).waitFor({ timeout: 30_000 });
    await tab.goto(`/knowledge/${id}`);
    await page.getByRole('row', { name: /Rules for lifts/ }).waitFor();
    expect(await page.getByRole('row', { name: /Rules for stairs/ }).count()).toBe(0);

    rmSync(join(folder, 'doors.md'));
    rmSync(join(folder, 'lifts.md'));
    await tab.goto('/knowledge/sources');
    await openMenu(page, say('actionsOf', 'House rules'), say('run'));
    await row.getByRole('button', { name: say('reviewHeld') }).click();
    await dialog.getByRole('button', { name: say('heldAction', '2') }).click();
    await row.getByText(new RegExp(say('counts', '0', '0', '2'))).waitFor({ timeout: 30_000 });

    rmSync(folder, { recursive: true });
    await openMenu(page, say('actionsOf', 'House rules'), say('run'));
    await row.getByText(say('states.failed'), { exact: true }).waitFor({ timeout: 30_000 });
    await tab.goto('/overview');
    const alert = page.locator('[data-alert=sources-failed]');
    await alert.getByText('1 source of documents could not be read at the last attempt.').waitFor();
    await alert.getByRole('link').click();
    await row.waitFor();

    await openMenu(page, say('actionsOf', 'House rules'), say('remove'));
    await dialog.getByRole('textbox').fill(id);
    await dialog.getByRole('button', { name: say('removeAction') }).click();
    await row.waitFor({ state: 'detached', timeout: 30_000 });
  }, 120_000);
});

async function openMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

function fillFolder(folder: string): void {
  for (const name of ['lifts', 'stairs', 'doors'])
    writeFileSync(
      join(folder, `${name}.md`),
      `# Rules for ${name}\n\nThe ${name} are checked each spring.\n`,
    );
  writeFileSync(join(folder, 'plan.docx'), Buffer.from('PK\u0003\u0004 cut short'));
}
