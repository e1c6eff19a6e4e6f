import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { median, quantile } from '../quantile.ts';
import { VIEWPORT } from './page-load.ts';
import type { Session } from './session.ts';

/**
 * Milliseconds that the processor spent on the longest task of the page's main thread between one keystroke and the
 * next. Not the time on the clock, which grows with whatever else the machine does.
 */
export interface KeystrokeTasks {
  readonly keystrokes: number;
  readonly median: number;
  readonly p99: number;
  readonly largest: number;
}

export interface TypingOptions {
  readonly url: string;
  readonly session: Session;
  readonly text: string;
}

/** Milliseconds from key to key: faster than anybody types. */
const KEY_MS = 15;
/** After so many keys the typist rests long enough for the page to ask what will be masked. */
const KEYS_BEFORE_REST = 50;
const REST_MS = 450;

/** Types a text into the question box key by key, with rests, while the browser traces its tasks. */
export async function recordTyping(
  browser: Browser,
  { url, session, text }: TypingOptions,
): Promise<KeystrokeTasks> {
  const context = await browser.newContext({ storageState: session, viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/assistant`);
    await page.locator('#content textarea').first().click();
    await page.waitForLoadState('networkidle');
    await browser.startTracing(page, {
      categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
    });
    await typeWithRests(page, text);
    return summarise(await browser.stopTracing());
  } finally {
    await context.close();
  }
}

async function typeWithRests(page: Page, text: string): Promise<void> {
  for (let at = 0; at < text.length; at += KEYS_BEFORE_REST) {
    await page.keyboard.type(text.slice(at, at + KEYS_BEFORE_REST), { delay: KEY_MS });
    await page.waitForTimeout(REST_MS);
  }
}

/** Times in microseconds, as the Trace Event Format has them. */
const traceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  /** Of it, the time that the thread ran. */
  tdur: z.number().optional(),
  args: z.object({ data: z.object({ type: z.string().optional() }).optional() }).optional(),
});
const trace = z.object({ traceEvents: z.array(traceEvent) });

/** Characters without a key of their own, such as Hanzi, arrive as `input` alone: that is what counts as a keystroke. */
function summarise(recorded: Buffer): KeystrokeTasks {
  const { traceEvents } = trace.parse(JSON.parse(recorded.toString('utf8')));
  const inputs = traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input',
  );
  const [first] = inputs;
  if (first === undefined) throw new Error('The trace shows no keystroke.');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === first.pid && tid === first.tid,
  );
  const starts = inputs.map(({ ts }) => ts).toSorted((a, b) => a - b);
  const longest = starts.map(() => 0);
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    // The task that dispatches the keystroke begins before it.
    const place = placeOf(starts, ts + dur);
    if (place >= 0) longest[place] = Math.max(longest[place] ?? 0, tdur / 1000);
  }
  return {
    keystrokes: longest.length,
    median: median(longest),
    p99: quantile(longest, 0.99),
    largest: quantile(longest, 1),
  };
}

/** Index of the last start that is not after the moment; -1 when all are. */
function placeOf(starts: readonly number[], moment: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
