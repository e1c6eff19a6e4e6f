import type { Browser } from 'playwright-core';
import { median, quantile } from '../quantile.ts';
import type { Session } from './session.ts';

/** Milliseconds from sending a request until its whole answer is there. */
export interface RoundTrips {
  readonly requests: number;
  readonly median: number;
  readonly p99: number;
  /** Median of the emptiest answer of the same server, asked in turn. */
  readonly empty: number;
}

const STEP = 5;

/** Asks what will be masked in the text as it grows, one request after the other. */
export async function timePreviews(
  browser: Browser,
  { url, session, text }: { readonly url: string; readonly session: Session; readonly text: string },
): Promise<RoundTrips> {
  const context = await browser.newContext({ storageState: session });
  try {
    const times: number[] = [];
    const empty: number[] = [];
    for (let length = STEP; length <= text.length; length += STEP) {
      const data = { text: text.slice(0, length) };
      times.push(await timed(() => context.request.post(`${url}/api/redaction/preview`, { data })));
      empty.push(await timed(() => context.request.get(`${url}/healthz`)));
    }
    return {
      requests: times.length,
      median: median(times),
      p99: quantile(times, 0.99),
      empty: median(empty),
    };
  } finally {
    await context.close();
  }
}

async function timed(
  ask: () => Promise<{ ok(): boolean; status(): number; body(): Promise<unknown> }>,
): Promise<number> {
  const started = performance.now();
  const reply = await ask();
  await reply.body();
  if (!reply.ok()) throw new Error(`The server answered with ${reply.status()}.`);
  return performance.now() - started;
}
