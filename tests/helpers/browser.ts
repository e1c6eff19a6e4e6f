import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The headless shell first: it draws no window, menu or tab strip beside the page, and takes half the time. */
const candidates = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** An installed Chromium; undefined where there is none. Nothing is ever downloaded. */
const chromiumPath: string | undefined = candidates.find((path) => existsSync(path));

/** Whether a missing browser is a failure, as in CI. */
const browserRequired: boolean =
  process.env['CI'] !== undefined || process.env['INTRAMURA_REQUIRE_BROWSER'] !== undefined;

/** Tests that need a browser are skipped: there is none, and nobody insists on one. */
export const noBrowser: boolean = chromiumPath === undefined && !browserRequired;

/** Starts Chromium without its own background traffic. */
export function launchBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is not installed: apt-get install chromium');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
