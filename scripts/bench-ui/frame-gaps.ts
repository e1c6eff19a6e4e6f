import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { IN_PAGE, VIEWPORT } from './page-load.ts';
import type { Session } from './session.ts';
import { median, quantile } from '../quantile.ts';

/** Milliseconds between one animation frame and the next. */
export interface FrameGaps {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

export interface FrameOptions {
  readonly url: string;
  readonly session: Session;
  /** What a person does while the frames are counted. */
  readonly action: (page: Page) => Promise<void>;
}

/** Opens a page, waits until it is quiet, and records when each frame is drawn while `action` runs. */
export async function recordFrameGaps(
  browser: Browser,
  { url, session, action }: FrameOptions,
): Promise<FrameGaps> {
  const context = await browser.newContext({ storageState: session, viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: IN_PAGE });
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    await page.evaluate('bench.startFrames()');
    await action(page);
    return summarise(z.array(z.number()).parse(await page.evaluate('bench.stopFrames()')));
  } finally {
    await context.close();
  }
}

function summarise(times: readonly number[]): FrameGaps {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    frames: times.length,
    median: median(gaps),
    p95: quantile(gaps, 0.95),
    largest: quantile(gaps, 1),
  };
}
