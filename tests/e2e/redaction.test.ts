import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { words } from './redaction-words.ts';

/** Leaves tokens for bank accounts. */
const siteProfile = `name: site
title: Bank accounts as tokens
tiers: [critical, personal, indirect]
exclude: [LOCATION, ORGANIZATION, DOMAIN_HOST]
operators: [{ types: [IBAN], use: encrypt }]
`;
const IBAN = 'GB82WEST12345698765432';

describe.skipIf(noBrowser)('redaction', () => {
  let product: Product;
  let tab: Tab;

  const policies = mkdtempSync(join(tmpdir(), 'intramura-policies-'));

  beforeAll(async () => {
    cpSync('policies', policies, { recursive: true });
    writeFileSync(join(policies, 'redaction', 'site.yaml'), siteProfile);
    product = await openProduct({ environment: { INTRAMURA_POLICIES: policies } });
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
    rmSync(policies, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  /** Asks, and waits until so many values are counted: nobody who asks waits for the figures. */
  async function askWith(question: string, masked: number): Promise<void> {
    const { context, url } = product;
    const reply = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${context.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        messages: [{ role: 'user', content: question }],
        max_tokens: 8,
        intramura: { grounding: 'off' },
      }),
    });
    expect(reply.status).toBe(200);
    await vi.waitFor(async () => {
      const lately = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 60_000) };
      expect((await context.services.figures.maskStatistics(lately, 'UTC')).masked).toBe(masked);
    });
  }

  it.each(['en', 'zh'] as const)(
    'shows what is masked with the reasons, in %s, by keyboard',
    async (language) => {
      const text = words[language];
      tab = await product.open({ language, theme: language === 'en' ? 'light' : 'dark' });
      const { page } = tab;
      await tab.goto('/redaction');
      await tab.signIn();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
      await page.getByRole('button', { name: text.letter }).focus();
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

  it.each(['en', 'zh'] as const)('compares two profiles on one text, in %s', async (language) => {
    const text = words[language];
    tab = await product.open({ language, theme: language === 'en' ? 'dark' : 'light' });
    const { page } = tab;
    await tab.goto('/redaction');
    await tab.signIn();
    await page.getByRole('textbox', { name: text.text }).fill('CVV: 737, mail lin.yue@example.com');
    await page.getByRole('combobox', { name: text.compare }).click();
    await page.getByRole('option', { name: 'finance' }).click();
    await page.getByRole('columnheader', { name: text.withFinance }).waitFor();
    const code = page.getByRole('row').filter({ hasText: '737' });
    await code.getByText(text.refused, { exact: true }).waitFor();
    await page.getByText(text.refusal).waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'lin.yue' }).getByText(text.refused).count()).toBe(
      0,
    );
    expect(await tab.axe()).toEqual([]);
  });

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
      await page
        .getByRole('row')
        .filter({ has: row(text.birth) })
        .getByText(text.coarser)
        .waitFor();
      expect(await row(text.email).count()).toBe(0);
      await page.getByRole('switch', { name: text.differ }).press('Space');
      await row(text.email).waitFor();
      await page.getByLabel(text.searchTypes).fill(text.email);
      await row(text.age).waitFor({ state: 'detached' });
      expect(await tab.axe()).toEqual([]);
      await tab.goto('/redaction/types');
      await page.getByLabel(text.search).fill('luhn-never');
      await page.getByRole('table').waitFor({ state: 'detached' });
      await page.getByLabel(text.search).fill(text.card);
      await page.getByRole('link', { name: text.card, exact: true }).press('Enter');
      await page.waitForURL('**/redaction/types?type=CREDIT_CARD');
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: 'Luhn' }).first().press('Enter');
      await drawer.getByText(text.ignored).first().waitFor();
      expect(await tab.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      expect(await page.getByLabel(text.search).inputValue()).toBe(text.card);
    },
  );

  it.each(['en', 'zh'] as const)('counts what was masked, without showing it, in %s', async (language) => {
    const text = words[language];
    tab = await product.open({ language, theme: language === 'en' ? 'light' : 'dark' });
    const { page } = tab;
    await tab.goto('/redaction/statistics');
    await tab.signIn();
    if (language === 'en') await page.getByText(text.noExchanges).waitFor();
    const mails = language === 'en' ? '2' : '4';
    await askWith('Write to li.na@example.com and bo.chen@example.com.', Number(mails));
    await page.reload();
    await page
      .getByRole('region', { name: text.overTime })
      .getByRole('button', { name: text.asTable })
      .press('Enter');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: text.email }) });
    await row.getByRole('cell', { name: mails, exact: true }).waitFor();
    await page.getByRole('row').filter({ hasText: 'baseline' }).waitFor();
    expect(await page.locator('#content').innerText()).not.toContain('li.na');
    expect(await tab.axe()).toEqual([]);
    await page.getByRole('button', { name: text.csv }).press('Enter');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: text.byType }).press('Enter'),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(
      new RegExp(`^type,values,exchanges\r\nEMAIL,${mails},`),
    );
  });

  it.each(['en', 'zh'] as const)(
    'lists custom rules, tries others, and opens tokens for a reason that the log keeps, in %s',
    async (language) => {
      const text = words[language];
      const { services } = product.context;
      const { masked } = await services.redactor.preview(`IBAN ${IBAN}`, 'site');
      expect(masked).not.toContain(IBAN);
      const officer = await product.addPerson(`officer-${language}`, 'privacy-officer');
      tab = await product.open({ language, theme: language === 'en' ? 'light' : 'dark' });
      const { page } = tab;
      await tab.goto('/redaction/rules');
      await tab.signIn(officer.username, officer.password);
      await page.getByRole('row').filter({ hasText: 'project-numbers' }).getByText(text.passed).waitFor();
      await page.getByRole('button', { name: 'project-numbers' }).press('Enter');
      const drawer = page.getByRole('dialog', { name: text.rule });
      await drawer.locator('mark', { hasText: 'PRJ-2041-HK' }).waitFor();
      await page.keyboard.press('Escape');
      await tab.follow('/redaction/rules/try');
      await page.getByRole('button', { name: text.example }).press('Enter');
      await page.getByText(text.sound).waitFor();
      await page.locator('section[aria-labelledby=marked] mark', { hasText: text.ward }).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: text.save }).press('Enter'),
      ]);
      expect(file.suggestedFilename()).toBe('own-rules.yaml');
      const area = page.getByRole('textbox', { name: text.rules });
      expect(readFileSync(await file.path(), 'utf8')).toBe(await area.inputValue());
      await area.fill('rules:\n  - id: own-rule\n    type: EMPLOYEE_ID\n    pattern: (?=x)');
      await page.getByText(text.refusedFile).waitFor();
      await page.getByRole('button', { name: text.line }).press('Enter');
      expect(String(await page.evaluate('getSelection().toString()'))).toBe('    pattern: (?=x)');
      await tab.follow('/redaction/tokens');
      await page.getByRole('textbox', { name: text.tokens }).fill(`${masked} [IBAN$${'A'.repeat(60)}]`);
      await page.getByRole('textbox', { name: text.reason }).fill('Complaint 118 of li.na@example.com');
      await page.getByRole('button', { name: text.open }).press('Enter');
      await page.getByText(text.opened).waitFor();
      await page.getByRole('cell', { name: IBAN }).waitFor();
      await page.getByText(text.changed).waitFor();
      await page.getByText('Complaint 118 of [EMAIL]').waitFor();
      expect(await tab.axe()).toEqual([]);
      const entries = await services.audit.entries({ limit: 9, type: 'redaction.opened' });
      expect(entries.at(-1)?.leaf).toMatchObject({ opened: { IBAN: 1 }, unopened: 1 });
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
    await tab.page.getByRole('button', { name: words.en.letter }).click();
    await tab.page.getByText(words.en.announced).waitFor();
    expect(await tab.page.getByRole('tab').count()).toBe(0);
    expect(tab.refusals.filter((refusal) => refusal.startsWith('403'))).toEqual([]);
  });
});
