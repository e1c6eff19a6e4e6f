import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserRequired, chromiumPath, launchBrowser } from '../helpers/browser.ts';
import { type Listening, listen } from '../helpers/test-client.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

const words = {
  en: {
    locale: 'en-GB',
    user: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    question: 'Your question',
    ask: 'Ask',
    verify: 'Verify log',
    intact: /The log is intact/,
    source: 'Source 1',
    typed:
      'My e-mail is jo.miles@mail.example. How many days of paid holiday do full-time staff get each year?',
    answer: 'Full-time employees receive 25 working days of paid annual leave per calendar year.',
    masked: /e-mail/i,
  },
  zh: {
    locale: 'zh-CN',
    user: '用户名',
    password: '密码',
    signIn: '登录',
    signOut: '退出登录',
    question: '您的问题',
    ask: '提问',
    verify: '校验日志',
    intact: /日志完好/,
    source: '出处 1',
    typed: '我的手机是13812345678。提取现金超过多少元须提前预约？',
    answer: '提取现金超过8,000元须提前一天预约。',
    masked: /电话号码/,
  },
} as const;

describe.skipIf(chromiumPath === undefined && !browserRequired)('the first page, in Chromium', () => {
  let context: TestContext;
  let server: Listening;
  let browser: Browser;
  let tab: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    context = await createTestContext({ environment: { INTRAMURA_SAMPLES: './samples' } });
    server = await listen(context.app);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server[Symbol.asyncDispose]();
    await context[Symbol.asyncDispose]();
  });

  const openPage = async (locale: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> => {
    tab = await browser.newContext({ locale, colorScheme, viewport: { width: 1280, height: 900 } });
    page = await tab.newPage();
    complaints = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) {
        complaints.push(`left the origin: ${request.url()}`);
      }
    });
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    await page.exposeFunction('reportViolation', (directive: string) => complaints.push(`CSP: ${directive}`));
    await page.addInitScript(
      "document.addEventListener('securitypolicyviolation', (event) => window.reportViolation(event.violatedDirective))",
    );
    await page.goto(server.url);
  };

  const signIn = async (text: (typeof words)['en' | 'zh']): Promise<void> => {
    await page.getByRole('textbox', { name: text.user }).fill('admin');
    await page.getByLabel(text.password, { exact: true }).fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: text.question }).waitFor();
  };

  const seriousFindings = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.length}`);
  };

  beforeEach(() => {
    complaints = [];
  });

  afterEach(async () => {
    await tab.close();
    expect(complaints).toEqual([]);
  });

  it.each(['en', 'zh'] as const)(
    'signs in, asks, reads the evidence and verifies the log, in %s',
    async (language) => {
      const text = words[language];
      await openPage(text.locale);
      expect(await seriousFindings()).toEqual([]);
      await signIn(text);
      await page.getByRole('textbox', { name: text.question }).fill(text.typed);
      await page.locator('#mask-preview').getByText(text.masked).filter({ visible: true }).first().waitFor();
      await page.getByRole('button', { name: text.ask, exact: true }).click();
      const exchange = page.getByRole('article').last();
      await exchange.getByText(text.answer).first().waitFor();
      await exchange.getByRole('button', { name: text.source }).first().click();
      expect(await page.evaluate('document.activeElement?.id')).toMatch(/^source-/);
      await exchange.getByRole('button', { name: text.verify }).click();
      await exchange.getByText(text.intact).waitFor();
      expect(await seriousFindings()).toEqual([]);
      expect(await page.evaluate('document.documentElement.lang')).toMatch(new RegExp(`^${language}`));
    },
  );

  it('has no serious accessibility finding in the dark', async () => {
    await openPage('en-GB', 'dark');
    expect(await seriousFindings()).toEqual([]);
    await signIn(words.en);
    expect(await seriousFindings()).toEqual([]);
  });

  it('does it all by keyboard', async () => {
    await openPage('en-GB');
    await page.getByRole('textbox', { name: 'User name' }).focus();
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page.keyboard.type(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Your question' }).focus();
    await page.keyboard.type('How many days of paid holiday do full-time staff get each year?');
    await page.keyboard.press('Enter');
    await page.getByRole('article').last().getByText(words.en.answer).first().waitFor();
  });

  it('says so when the password is wrong, and keeps the name', async () => {
    await openPage('en-GB');
    await page.getByRole('textbox', { name: 'User name' }).fill('admin');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('textbox', { name: 'User name' }).inputValue()).toBe('admin');
  });
});
