import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { createScriptedModel } from '../helpers/scripted-model.ts';
import { assistantWords } from './assistant-words.ts';

const cases = {
  en: {
    t: assistantWords.en,
    typed:
      'My name is Laura Bennett, card 4539 1488 0343 6467. How many days of paid holiday do full-time staff get each year?',
    secrets: ['Laura Bennett', '4539 1488 0343 6467'],
    warning: /holds a bank card/,
    answer: 'Full-time employees receive 25 working days of paid annual leave per calendar year.',
    unknown: 'Who was the first king of Atlantis?',
    file: 'The night porter keeps the spare key in the blue cabinet.',
    fileQuestion: 'Where does the night porter keep the spare key?',
  },
  zh: {
    t: assistantWords.zh,
    typed: '我叫王小明，银行卡6222021234567890128。提取现金超过多少元须提前预约？',
    secrets: ['王小明', '6222021234567890128'],
    warning: /这个问题含有银行卡/,
    answer: '提取现金超过8,000元须提前一天预约。',
    unknown: '亚特兰蒂斯的第一位国王是谁？',
    file: '夜班门卫把备用钥匙放在蓝色柜子里。',
    fileQuestion: '夜班门卫把备用钥匙放在哪里？',
  },
} as const;

const questionBox = (page: Page, t: (typeof cases)['en' | 'zh']['t']): ReturnType<Page['getByRole']> =>
  page.getByRole('textbox', { name: t.question });

describe.skipIf(noBrowser)('the assistant', () => {
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
    const { t, typed, secrets, warning, answer, unknown, file, fileQuestion } = cases[language];

    const open = async (name: string): Promise<Page> => {
      const person = await product.addPerson(`${name}.${language}`, 'member', 'auditor');
      tab = await product.open({ language });
      await tab.signIn(person.username, person.password);
      await tab.goto('/assistant');
      await questionBox(tab.page, t).waitFor();
      return tab.page;
    };

    const ask = async (page: Page, question: string): Promise<void> => {
      await questionBox(page, t).fill(question);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: t.ask, exact: true }).waitFor();
      await page.getByRole('article').last().getByRole('button', { name: t.retry }).waitFor();
    };

    it('shows before the question what will be masked, and afterwards what the model saw', async () => {
      const page = await open('mask');
      await questionBox(page, t).fill(typed);
      await page.getByText(warning).first().waitFor();
      const marked = await page.locator('mark').allTextContents();
      expect(marked).toEqual(secrets);
      expect(await tab.axe()).toEqual([]);
      await page.keyboard.press('Enter');
      const article = page.getByRole('article');
      await article.getByText(answer).first().waitFor();
      await article.getByRole('button', { name: t.seen }).click();
      const model = article.getByRole('region', { name: t.seenModel });
      await model.getByText(t.seenWrote).waitFor();
      const seen = (await model.textContent()) ?? '';
      expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
      expect(await article.getByRole('region', { name: t.seenYou }).textContent()).toContain(secrets[0]);
      expect(await tab.axe()).toEqual([]);
    });

    it('answers with a citation that leads to its source and on into the document', async () => {
      const page = await open('source');
      await ask(page, typed);
      await page.waitForURL(/\/assistant\/conv_/);
      const address = page.url();
      await page.getByRole('button', { name: t.source, exact: true }).focus();
      await page.keyboard.press('Enter');
      const card = page.getByRole('link', { name: t.openSource });
      expect(await card.evaluate((element) => element.matches(':focus'))).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/knowledge\/documents\/.+chunk=.+quote=/);
      await page.goBack();
      await page.waitForURL(address);
      await page.reload();
      await page.getByText(answer).first().waitFor();
    });

    it('verifies the receipt with one press', async () => {
      const page = await open('receipt');
      await ask(page, typed);
      await page.getByRole('button', { name: t.receipt, exact: true }).click();
      await page.getByRole('button', { name: t.verify, exact: true }).click();
      await page.getByText(t.verified).waitFor();
      expect(await tab.axe()).toEqual([]);
    });

    it('keeps thumbs with reasons and a comment', async () => {
      const page = await open('thumbs');
      await ask(page, typed);
      await page.getByRole('button', { name: t.bad }).click();
      await page.getByText(t.incomplete, { exact: true }).click();
      await page.getByRole('textbox', { name: t.comment }).fill('Which year?');
      await page.getByRole('button', { name: t.sendFeedback }).click();
      await page.getByText(t.thanks).waitFor();
      await page.reload();
      const thumb = page.getByRole('button', { name: t.bad });
      await thumb.waitFor();
      expect(await thumb.getAttribute('aria-pressed')).toBe('true');
      const { turns } = await conversationOf(page);
      expect(turns[0]?.feedback).toEqual({
        rating: 'down',
        reasons: ['incomplete'],
        comment: 'Which year?',
      });
    });

    it('edits and retries questions, by keyboard', async () => {
      const page = await open('edit');
      await ask(page, unknown);
      await page.getByText(t.declined).waitFor();
      await questionBox(page, t).focus();
      await page.keyboard.press('ArrowUp');
      const edited = page.getByRole('textbox', { name: t.editLabel });
      await edited.fill(typed);
      await page.keyboard.press('Enter');
      await page.getByText(answer).first().waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      await page.getByRole('button', { name: t.retry }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(t.waiting).first().waitFor({ state: 'attached' });
      await page.getByText(answer).first().waitFor();
      await page.getByRole('button', { name: t.retry }).waitFor();
      const { turns } = await conversationOf(page);
      expect(turns.map(({ question }) => question)).toEqual([typed]);
    });

    it('renames, finds and erases a conversation', async () => {
      const page = await open('list');
      await ask(page, typed);
      await page.getByRole('button', { name: t.actions }).first().click();
      await page.getByRole('menuitem', { name: t.rename }).click();
      await page.getByRole('textbox', { name: t.title }).fill('Quokka 42');
      await page.keyboard.press('Enter');
      const list = page.getByRole('navigation', { name: t.conversations });
      await list.getByRole('link', { name: 'Quokka 42' }).waitFor();
      await page.getByRole('searchbox', { name: t.search }).fill('no such words');
      await page.getByText(t.nothingFound).waitFor();
      await page.getByRole('searchbox', { name: t.search }).fill('quokka');
      await list.getByRole('link', { name: 'Quokka 42' }).waitFor();
      await page.getByRole('searchbox', { name: t.search }).fill('');
      await page.getByRole('button', { name: t.actions }).click();
      await page.getByRole('menuitem', { name: t.remove }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Quokka 42/).waitFor();
      expect(await tab.axe()).toEqual([]);
      await dialog.getByRole('button', { name: t.remove }).click();
      await page.getByText(t.removed).waitFor();
      await page.getByText(t.listEmpty).waitFor();
      await page.getByRole('heading', { name: t.welcome }).waitFor();
    });

    it('answers from a file that is dropped into the conversation', async () => {
      const page = await open('file');
      await questionBox(page, t).fill(fileQuestion);
      await dropFile(page, 'porter.txt', file);
      await page.getByText(t.fileAdded).waitFor();
      expect(await questionBox(page, t).inputValue()).toBe(fileQuestion);
      await questionBox(page, t).focus();
      await page.keyboard.press('Enter');
      const article = page.getByRole('article');
      await article.getByText(file).first().waitFor();
      await article.getByText(t.ownFile).waitFor();
      await page.getByRole('button', { name: t.removeFile }).click();
      await page.getByRole('button', { name: t.removeFile }).waitFor({ state: 'detached' });
      expect(await tab.axe()).toEqual([]);
    });

    it('tells a screen reader the finished answer once, politely', async () => {
      const page = await open('reader');
      await page.evaluate(`
        window.told = [];
        const region = document.getElementById('assistant-announcer');
        new MutationObserver(() => window.told.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
      `);
      await ask(page, typed);
      await expect
        .poll(() => page.evaluate('window.told'))
        .toEqual([t.waiting, `${answer} [1] ${t.complete}`]);
    });
  });
});

describe.skipIf(noBrowser)('an answer that takes its time', () => {
  const model = createScriptedModel({ pauseMs: 8 });
  const { t } = cases.en;
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct({
      overrides: { spawnHost: model.spawnHost },
      environment: { INTRAMURA_MODELS: model.modelsDir },
    });
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
    model[Symbol.dispose]();
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  const start = async (text: string): Promise<Page> => {
    model.say(text);
    tab = await product.open();
    const { page } = tab;
    await tab.signIn();
    await tab.goto('/assistant');
    await page.getByRole('button', { name: t.options }).click();
    await page.getByRole('radio', { name: t.ungrounded }).click();
    await page.keyboard.press('Escape');
    await questionBox(page, t).fill('Tell me a long story.');
    await page.keyboard.press('Enter');
    return page;
  };

  it('can be stopped with Escape; what had come is kept and marked, also after a reload', async () => {
    const page = await start(`Once upon a time. ${'And so it went on. '.repeat(300)}`);
    await page.getByText('Once upon a time').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(t.stopped).waitFor();
    await page.reload();
    await page.getByText(t.stopped).waitFor();
    const { turns } = await conversationOf(page);
    expect(turns).toMatchObject([{ state: 'stopped', answer: expect.stringMatching(/^Once upon a time/) }]);
    expect(turns[0]?.answer.length).toBeLessThan(4000);
  });

  it('goes on while another conversation is looked at', async () => {
    const page = await start(`First part. ${'More of it. '.repeat(60)}The end.`);
    await page.getByText('First part').first().waitFor();
    await page.getByRole('link', { name: t.newConversation }).click();
    await page.getByRole('heading', { name: t.welcome }).waitFor();
    await page.getByRole('link', { name: 'Tell me a long story.' }).first().click();
    await page.getByRole('article').getByText('The end.').waitFor();
    await page.getByRole('button', { name: t.retry }).waitFor();
    expect((await conversationOf(page)).turns).toMatchObject([{ state: 'complete' }]);
  });

  it('draws the blocks of an answer once: what is finished is not touched again', async () => {
    const page = await start(`A **first** block.\n\n${'1. An item of a list\n'.repeat(40)}\nThe end.`);
    await page.getByText('block.').first().waitFor();
    await page.getByText('An item of a list').first().waitFor();
    await page.evaluate(`
      window.touched = 0;
      const first = [...document.querySelectorAll('article p')].find((p) => p.textContent === 'A first block.');
      new MutationObserver((changes) => { window.touched += changes.length; }).observe(first, { childList: true, characterData: true, subtree: true, attributes: true });
    `);
    await page.locator('article li').nth(30).waitFor();
    expect(await page.evaluate('window.touched')).toBe(0);
  });
});

interface Kept {
  readonly turns: readonly { question: string; answer: string; state: string; feedback?: object }[];
}

/** The open conversation as the server has it. */
async function conversationOf(page: Page): Promise<Kept> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const reply = await page.request.get(`${new URL(page.url()).origin}/api/conversations/${id}`);
  return (await reply.json()) as Kept;
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/plain' }));
    return data;
  })()`);
  const target = page.getByRole('heading').first();
  for (const type of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(type, { dataTransfer: transfer });
}
