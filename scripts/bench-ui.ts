// npm run bench:ui: how heavy and how quick the admin UI is, in Chromium against the real server on a fresh data
// folder. Prints a table and writes it into docs/ui.md. Takes a few minutes; run it on a quiet machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { launchBrowser } from '../tests/helpers/browser.ts';
import { recordFrameGaps } from './bench-ui/frame-gaps.ts';
import { ADMINISTRATOR, BASELINE, type BenchServer, openServer } from './bench-ui/open-server.ts';
import { loadPage, type PageLoad } from './bench-ui/page-load.ts';
import { timePreviews } from './bench-ui/preview-times.ts';
import { seedAudit } from './bench-ui/seed-audit.ts';
import { type Session, signIn } from './bench-ui/session.ts';
import {
  frameRow,
  previewRow,
  renderTable,
  type Row,
  sizeRow,
  timeRow,
  typingRow,
  writeBetweenMarkers,
} from './bench-ui/table.ts';
import { typedText } from './bench-ui/typed-text.ts';
import { recordTyping } from './bench-ui/typing.ts';
import { ensureBuilt } from './ensure-built.mjs';

const RUNS = 9;
const AUDIT_ENTRIES = 100_000;
const WHEEL_STEPS = 400;
const TYPED = 2_000;
const QUESTION = 'How many days of paid holiday do full-time staff get each year?';
/** Its evidence supports it, so it passes the check and is streamed. 20 tokens: 50 of them make the answer. */
const SENTENCE = 'Full-time employees receive 25 working days of paid annual leave per calendar year [1]. ';

const folder = mkdtempSync(join(tmpdir(), 'intramura-bench-ui-'));
try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  ensureBuilt();
  await using server = await openServer(folder, SENTENCE.repeat(50));
  const browser = await launchBrowser();
  try {
    const session = await signIn(browser, server.url, ADMINISTRATOR);
    const rows = [
      ...(await measureLoads(browser, server.url, session)),
      ...(await measureTyping(browser, server.url, session)),
      ...(await measureFrames(browser, server, session)),
    ];
    console.log(renderTable(rows));
    writeBetweenMarkers('docs/ui.md', renderTable(rows));
  } finally {
    await browser.close();
  }
}

/** The three pages in turn, so that a busy machine slows all of them alike. */
async function measureLoads(browser: Browser, url: string, session: Session): Promise<readonly Row[]> {
  const empty: PageLoad[] = [];
  const entrance: PageLoad[] = [];
  const first: PageLoad[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    empty.push(await loadPage(browser, { url: url + BASELINE, selector: '#ready' }));
    entrance.push(await loadPage(browser, { url, selector: 'input[name=username]' }));
    first.push(await loadPage(browser, { url: `${url}/assistant`, selector: '#content textarea', session }));
  }
  return [
    sizeRow('Sign-in page', entrance),
    sizeRow('Assistant', first),
    timeRow('Empty page of the same server', empty, empty),
    timeRow('Sign-in page', entrance, empty),
    timeRow('Assistant', first, empty),
  ];
}

async function measureTyping(browser: Browser, url: string, session: Session): Promise<readonly Row[]> {
  const options = { url, session, text: typedText(TYPED) };
  return [typingRow(await recordTyping(browser, options)), previewRow(await timePreviews(browser, options))];
}

async function measureFrames(
  browser: Browser,
  { url, audit }: BenchServer,
  session: Session,
): Promise<readonly Row[]> {
  const record = (path: string, action: (page: Page) => Promise<void>): ReturnType<typeof recordFrameGaps> =>
    recordFrameGaps(browser, { url: url + path, session, action });
  const idle = await record(BASELINE, (page) => page.waitForTimeout(3_000));
  const streaming = await record('/assistant', askAndWait);
  await seedAudit(audit, AUDIT_ENTRIES);
  const scrolling = await record('/audit', scrollOn);
  return [
    frameRow('Empty page, nothing happening', '', idle),
    frameRow('Answer of 1,000 tokens streaming in', 'largest ≤ 100 ms', streaming),
    frameRow(`${AUDIT_ENTRIES.toLocaleString('en')} audit entries, scrolling`, 'smooth', scrolling),
  ];
}

async function askAndWait(page: Page): Promise<void> {
  await page.locator('#content textarea').first().fill(QUESTION);
  const options = {
    predicate: (request: Request) => request.method() === 'POST' && request.url().endsWith('/turns'),
    timeout: 120_000,
  };
  // The page lets go of the stream at its end mark, which the browser counts as a failure.
  const answered = Promise.race([
    page.waitForEvent('requestfinished', options),
    page.waitForEvent('requestfailed', options),
  ]);
  await page.keyboard.press('Enter');
  await answered;
}

async function scrollOn(page: Page): Promise<void> {
  await page.getByRole('table').hover();
  for (let step = 0; step < WHEEL_STEPS; step += 1) await page.mouse.wheel(0, 900);
}
