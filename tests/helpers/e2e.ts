import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../server/domain/principal.ts';
import { launchBrowser } from './browser.ts';
import { type Listening, listen } from './test-client.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext, type TestOptions } from './test-context.ts';

export type Theme = 'light' | 'dark';
export type UiLanguage = 'en' | 'zh';

export interface TabOptions {
  readonly language?: UiLanguage;
  readonly theme?: Theme;
  /** CSS pixels; a small laptop's window when absent. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** One browser tab of its own profile, and what it did that no page of ours may do. */
export interface Tab extends AsyncDisposable {
  readonly page: Page;
  /** Violations of the page's policy, requests that left the origin, errors that nothing caught. */
  readonly complaints: readonly string[];
  /** Answers 401 and 403 of the API, as `403 GET /api/…`. */
  readonly refusals: readonly string[];
  /** Signs in over the form and waits for the frame. */
  signIn(username?: string, password?: string): Promise<void>;
  /** Opens an address of the admin UI. */
  goto(path: string): Promise<void>;
  /** Goes to a page as a link does, without loading the admin UI anew: a tenth of the time. */
  follow(path: string): Promise<void>;
  /** Waits for the page's heading and until nothing more is being fetched. */
  settled(): Promise<void>;
  /** Serious and critical findings of axe on what is shown, as `rule: selectors`. */
  axe(): Promise<string[]>;
}

/** The real product with its starter models and samples, and Chromium in front of it. */
export interface Product extends AsyncDisposable {
  readonly context: TestContext;
  readonly url: string;
  open(options?: TabOptions): Promise<Tab>;
  /** Adds a person with these roles; the user name and password to sign in with. */
  addPerson(username: string, ...roles: readonly Role[]): Promise<{ username: string; password: string }>;
}

export async function openProduct(options: TestOptions = {}): Promise<Product> {
  const context = await createTestContext({
    loading: 'at-start',
    ...options,
    environment: { INTRAMURA_SAMPLES: './samples', ...options.environment },
  });
  let server: Listening | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await context[Symbol.asyncDispose]();
  };
  try {
    server = await listen(context.app);
    browser = await launchBrowser();
  } catch (error) {
    await close();
    throw error;
  }
  const { url } = server;
  const started = browser;
  return {
    context,
    url,
    open: (tabOptions = {}) => openTab(started, url, tabOptions),
    async addPerson(username, ...roles) {
      await context.services.identity.users.create({
        username,
        displayName: username,
        password: ADMIN_PASSWORD,
        roles,
      });
      return { username, password: ADMIN_PASSWORD };
    },
    [Symbol.asyncDispose]: close,
  };
}

const locales: Readonly<Record<UiLanguage, string>> = { en: 'en-GB', zh: 'zh-CN' };

async function openTab(browser: Browser, url: string, options: TabOptions): Promise<Tab> {
  const { language = 'en', theme = 'light', viewport = { width: 1280, height: 900 } } = options;
  const profile = await browser.newContext({
    locale: locales[language],
    colorScheme: theme,
    viewport: { ...viewport },
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  await profile.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  const page = await profile.newPage();
  const { complaints, refusals } = await watch(page, url);
  const traffic = countTraffic(page);
  return {
    page,
    complaints,
    refusals,
    async signIn(username = 'admin', password = ADMIN_PASSWORD) {
      if (page.url() === 'about:blank') await page.goto(url);
      await page.locator('input[name=username]').fill(username);
      await page.locator('input[name=password]').fill(password);
      await page.keyboard.press('Enter');
      await page.locator('#content').waitFor();
    },
    goto: async (path) => {
      await page.goto(url + path);
    },
    follow: (path) => followTo(page, path),
    async settled() {
      await page.locator('#content h1').first().waitFor();
      await traffic.quiet();
    },
    axe: () => seriousFindings(page),
    [Symbol.asyncDispose]: () => closeProfile(profile),
  };
}

async function followTo(page: Page, path: string): Promise<void> {
  const before = await page.locator('#content h1').first().elementHandle();
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  const stays = async (): Promise<boolean> =>
    (await before?.evaluate(({ isConnected }) => isConnected)) === true;
  // A page that was open already keeps its heading.
  for (let waited = 0; waited < 3000 && (await stays()); waited += 20) await page.waitForTimeout(20);
}

async function closeProfile(profile: BrowserContext): Promise<void> {
  await profile.close();
}

/** Long enough for a page to ask for more after an answer has come, in milliseconds. */
const QUIET_MS = 80;

/** Playwright's own wait for a quiet network takes half a second each time. */
function countTraffic(page: Page): { quiet(): Promise<void> } {
  const traffic = { open: 0, changedAt: performance.now() };
  const count = (by: number) => (): void => {
    traffic.open += by;
    traffic.changedAt = performance.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return {
    async quiet() {
      while (traffic.open > 0 || performance.now() - traffic.changedAt < QUIET_MS)
        await page.waitForTimeout(20);
    },
  };
}

async function watch(page: Page, url: string): Promise<Pick<Tab, 'complaints' | 'refusals'>> {
  const complaints: string[] = [];
  const refusals: string[] = [];
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(?:data|blob):/.test(target))
      complaints.push(`left the origin: ${target}`);
  });
  page.on('response', (response) => {
    if (response.status() !== 401 && response.status() !== 403) return;
    refusals.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  await page.exposeFunction('reportViolation', (text: string) => complaints.push(`CSP: ${text}`));
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (event) => window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))",
  );
  return { complaints, refusals };
}

interface AxeFinding {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** Run in the page, which keeps axe from one look to the next. What passes is of no interest, and our pages have no frames. */
async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly AxeFinding[]>(
    `axe.run(${JSON.stringify(axeContext)}, { resultTypes: ['violations'], iframes: false }).then((results) => results.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** Rows of one table are alike: the first of several hundred tell what there is to tell, in a tenth of the time. */
const axeContext = { exclude: ['tbody tr:nth-child(n + 21)'] };
