import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { tabTo } from '../helpers/tab-to.ts';
import { loadTexts } from '../helpers/ui-texts.ts';
import { assistantWords } from './assistant-words.ts';

describe.skipIf(noBrowser)('approved answers', () => {
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

  it('leads from a question that nothing answers to an approved answer, with two people behind it', async () => {
    const [t, g] = [await loadTexts('faq', 'faq', 'en'), await loadTexts('gaps', 'gaps', 'en')];
    const question = 'Who waters the plants in the entrance hall at weekends?';
    const paraphrase = 'At weekends, who waters the plants in the entrance hall?';
    const [chinese, chineseParaphrase] = [
      '周末由谁给大堂的植物浇水？',
      '请问周末是由谁来给大堂的植物浇水的？',
    ];
    const answer = 'The night porter waters them on Sundays.';
    const editor = await product.addPerson('plants.editor', 'knowledge-editor');
    const supervisor = await product.addPerson('plants.supervisor', 'supervisor');
    await using first = await product.open();
    const { page } = first;
    await first.signIn(editor.username, editor.password);
    await askThe(first, question, assistantWords.en.declined);
    await product.context.services.gaps.settled();
    await first.goto('/knowledge/gaps');
    await page.getByRole('link', { name: question }).click();
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    await first.settled();
    expect(await first.axe()).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: g('write') }));
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: t('paraphrases') }).fill(chinese);
    await page.getByRole('textbox', { name: t('answer') }).fill(answer);
    await page.getByRole('textbox', { name: t('owner') }).fill('Reception');
    await page.getByRole('textbox', { name: t('tryTitle') }).fill(paraphrase);
    await page.getByText(t('tryYes', question)).waitFor();
    await page.getByRole('textbox', { name: t('tryTitle') }).fill('Who waters the lawn at weekends?');
    await page.getByText(t('tryNo')).waitFor();
    expect(await first.axe()).toEqual([]);
    await page.getByRole('button', { name: g('send') }).click();
    await page.getByText(t('ownDraft')).waitFor();
    expect(await page.getByRole('button', { name: t('approve'), exact: true }).count()).toBe(0);
    await askThe(first, question, assistantWords.en.declined);
    await first.goto('/knowledge/gaps');
    await page.getByRole('combobox', { name: g('state') }).click();
    await page.getByRole('option', { name: g('states.drafted') }).click();
    await page.getByRole('link', { name: question }).click();
    await page.getByRole('link', { name: g('openAnswer') }).click();
    await page.getByText(t('ownDraft')).waitFor();
    expect(first.complaints).toEqual([]);

    tab = await product.open();
    await tab.signIn(supervisor.username, supervisor.password);
    await tab.goto('/knowledge/faq');
    await tab.page.getByRole('link', { name: question }).click();
    await tab.settled();
    expect(await tab.axe()).toEqual([]);
    await tabTo(tab.page, tab.page.getByRole('button', { name: t('approve'), exact: true }));
    await tab.page.keyboard.press('Enter');
    await tab.page.getByText(t('states.approved'), { exact: true }).first().waitFor();
    for (const wording of [question, paraphrase, chineseParaphrase]) {
      await askThe(tab, wording, 'Approved answer');
      await tab.page.getByText(answer).first().waitFor();
      await tab.page.getByText(/Approved by a person on .* Reception · valid until /).waitFor();
    }
    expect(await tab.axe()).toEqual([]);

    await tab.goto('/knowledge/faq');
    await tab.page.getByRole('link', { name: question }).click();
    await tab.page.getByRole('button', { name: t('retire'), exact: true }).click();
    const dialog = tab.page.getByRole('dialog', { name: t('retireTitle') });
    await dialog.getByText(t('retireText')).waitFor();
    await dialog.getByRole('button', { name: t('retire'), exact: true }).click();
    await tab.page.getByText(t('states.retired'), { exact: true }).first().waitFor();
    await askThe(tab, paraphrase, assistantWords.en.declined);
  }, 120_000);
});

/** Asks in a conversation of its own and waits for the verdict. */
async function askThe(asker: Tab, question: string, verdict: string): Promise<void> {
  await asker.goto('/assistant');
  await asker.page.getByRole('textbox', { name: assistantWords.en.question }).fill(question);
  await asker.page.keyboard.press('Enter');
  await asker.page.getByText(verdict, { exact: true }).first().waitFor();
}
