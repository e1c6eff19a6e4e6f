// npm run eval:sync: how long after a file of a watched folder changes or goes search knows of it. The schedule, the
// interval and everything else are the product's own. Arguments: files in the folder, changes and deletions to time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultInterval } from '../server/knowledge/sources/source.ts';
import { createTestContext, type TestContext } from '../tests/helpers/test-context.ts';
import { median } from './quantile.ts';

const [files = 100, rounds = 10] = process.argv.slice(2).map(Number);
const collections = ['watched'];
/** How often search is asked, in milliseconds: the figures are this exact. */
const LOOK_MS = 250;
const MOST_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'intramura-sync-'));
const fileOf = (number: number): string => join(folder, `rule-${number}.md`);
/** A word of its own for each file and state, so that a search finds it or nothing. */
const wordOf = (number: number, state: 'old' | 'new'): string => `${state}rule${number}x`;
const write = (number: number, state: 'old' | 'new'): void =>
  writeFileSync(fileOf(number), `# Rule ${number}\n\nThe rule of this place is ${wordOf(number, state)}.\n`);

for (let number = 0; number < files; number += 1) write(number, 'old');
const context = await createTestContext({ environment: { INTRAMURA_SOURCE_ROOTS: folder } });
try {
  await measure(context);
} finally {
  await context[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}

async function measure({ services }: TestContext): Promise<void> {
  const { sources, knowledge, jobs } = services;
  const [collection = ''] = collections;
  await knowledge.createCollection({
    id: collection,
    name: collection,
    classification: 'internal',
    readers: [],
  });
  const intervalSeconds = defaultInterval('folder');
  const settings = { kind: 'folder', path: folder } as const;
  const place = { id: 'folder', name: 'Folder', collection, settings, intervalSeconds, defaults: {} };
  const actor = { kind: 'user', id: 'eval' } as const;
  await sleep(2500);
  const source = await sources.create(actor, place, undefined);
  const first = await timeOf(async () => {
    await sources.run(actor, source, 0);
    await jobs.idle();
  });
  const again = await timeOf(async () => {
    await sources.run(actor, source, 0);
    await jobs.idle();
  });
  const stop = sources.startSchedule();
  const changes = range(0, rounds).map((number) =>
    after(number, () => timeOfChange(() => write(number, 'new'), number, 'new', true)),
  );
  const deletions = range(rounds, rounds).map((number) =>
    after(number, () => timeOfChange(() => rmSync(fileOf(number)), number, 'old', false)),
  );
  const [changed, gone] = [await Promise.all(changes), await Promise.all(deletions)];
  await stop();
  print(intervalSeconds, first, again, changed, gone);

  async function timeOfChange(
    change: () => void,
    number: number,
    state: 'old' | 'new',
    there: boolean,
  ): Promise<number> {
    change();
    const started = performance.now();
    const text = wordOf(number, state);
    while (performance.now() - started < MOST_MS) {
      const hits = await knowledge.search({ collections, text, limit: 5, mode: 'text' });
      if (hits.some((hit) => hit.text.includes(text)) === there) return performance.now() - started;
      await sleep(LOOK_MS);
    }
    throw new Error(`Search did not follow within ${MOST_MS / 1000} s.`);
  }
}

/** Spread over more than one interval, so that they meet the schedule at any moment of it. */
async function after<T>(number: number, run: () => Promise<T>): Promise<T> {
  await sleep(number * 2300);
  return run();
}

async function timeOf(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + at);
}

function print(interval: number, first: number, again: number, changed: number[], gone: number[]): void {
  const row = (name: string, times: readonly number[]): string => {
    const most = Math.max(...times);
    return `| ${name} | ${times.length} | ${seconds(median(times))} | ${seconds(most)} | ${(most / 1000 / interval).toFixed(2)} |`;
  };
  process.stdout.write(
    [
      `${files} files, looked at every ${interval} s; first run ${seconds(first)} s, a run without changes ${seconds(again)} s`,
      '',
      '| until search knows of it | n | median s | most s | most, in intervals |',
      '| --- | --- | --- | --- | --- |',
      row('changed file', changed),
      row('deleted file', gone),
      '',
    ].join('\n'),
  );
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
