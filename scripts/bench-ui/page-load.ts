import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Session } from './session.ts';

export const IN_PAGE = fileURLToPath(new URL('in-page.js', import.meta.url));

export const VIEWPORT = { width: 1440, height: 900 };

export interface PageLoad {
  /** From the start of the navigation until the page answers, in milliseconds. */
  readonly interactiveMs: number;
  /** Size of every script the page had loaded by then, compressed with gzip, in bytes. */
  readonly scriptBytes: number;
}

export interface LoadOptions {
  readonly url: string;
  /** What stands on the page when it can be used. */
  readonly selector: string;
  /** For a page that needs somebody signed in. */
  readonly session?: Session;
}

/** Opens a page with an empty cache and times it until it can be used; in-page.js says when that is. */
export async function loadPage(browser: Browser, { url, selector, session }: LoadOptions): Promise<PageLoad> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    ...(session === undefined ? {} : { storageState: session }),
  });
  try {
    const page = await context.newPage();
    const scriptBytes = countScripts(page);
    await page.addInitScript({ path: IN_PAGE });
    await page.addInitScript(`bench.watch(${JSON.stringify(selector)})`);
    await page.goto(url, { waitUntil: 'commit' });
    return {
      interactiveMs: z.number().parse(await page.evaluate('bench.interactive')),
      scriptBytes: await scriptBytes(),
    };
  } finally {
    await context.close();
  }
}

function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
