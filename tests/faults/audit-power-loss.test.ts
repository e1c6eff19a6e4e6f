import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice } from '../helpers/dice.ts';
import { createLogFolder, type LogFolder } from '../unit/audit/log-fixture.ts';
import { buildWorker } from './audit/build-worker.ts';
import { anySurvival, createDiskModel, type Survival, syncedOnly } from './audit/disk-model.ts';
import { expectSoundLog } from './audit/expect-sound-log.ts';
import { type FileCall, parseFileCalls, traceOptions } from './audit/file-calls.ts';
import { rounds, spread } from './audit/rounds.ts';
import { runTraced } from './audit/run-traced.ts';
import { acknowledgedOf, parseMessages, type WorkerMessage } from './audit/worker-messages.ts';

/**
 * Cuts of the power. A new log is written under strace; its writes are played to a disk that keeps what was synced and
 * of the rest what it likes; at every sync and every acknowledgement the power is cut, and the log must open with all
 * that had been acknowledged. Unlike the death of a process, a cut shows whether commits are synced at all, which the
 * last test makes sure of.
 */
const EXCHANGES = rounds({ short: 3, long: 70 });
const CUTS = rounds({ short: 12, long: 1000 });
const LONG_MS = 3_600_000;

let worker: string;
let root: LogFolder;

beforeAll(async () => {
  worker = await buildWorker('log-worker');
  root = createLogFolder();
}, LONG_MS);

afterAll(() => root[Symbol.dispose]());

/** Everything that a run with a new log did to the log's files. */
async function record(synchronous: 'full' | 'normal'): Promise<{ dir: string; calls: FileCall[] }> {
  const dir = join(root.dir, synchronous);
  mkdirSync(dir);
  const trace = join(root.dir, `${synchronous}.trace`);
  const options = ['-qq', '-o', trace, ...traceOptions];
  const { told, ended } = await runTraced(options, worker, [dir, String(EXCHANGES), synchronous]);
  expect(ended).toBe(true);
  expect(acknowledgedOf(told)).toHaveLength(3 * EXCHANGES);
  const calls = parseFileCalls(readFileSync(trace, 'utf8'));
  return { dir, calls: calls.filter((call) => touches(call, dir)) };
}

function touches(call: FileCall, dir: string): boolean {
  if (call.kind === 'say') return true;
  return (call.kind === 'rename' ? call.to : call.path).startsWith(dir);
}

/** Places after which the power may be cut: whatever was just synced or told had better be true. */
function cutsOf(calls: readonly FileCall[]): number[] {
  const places = calls.flatMap(({ kind }, index) => (kind === 'sync' || kind === 'say' ? [index] : []));
  return spread(places, CUTS);
}

/** @returns how many of the cuts lost something that was acknowledged, and what the first of them lost */
async function cutEverywhere(
  { dir, calls }: { dir: string; calls: readonly FileCall[] },
  survival: Survival,
): Promise<{ cuts: number; losses: string[] }> {
  const disk = createDiskModel();
  const cuts = new Set(cutsOf(calls));
  const losses: string[] = [];
  let told: WorkerMessage[] = [];
  for (const [index, call] of calls.entries()) {
    disk.apply(call);
    if (call.kind === 'say') told = [...told, ...parseMessages(call.text)];
    if (!cuts.has(index)) continue;
    using after = createLogFolder();
    writeFiles(disk.cut(survival), dir, after.dir);
    await expectSoundLog(after.dir, told).catch((error: unknown) => {
      losses.push(`after call ${index} (${call.kind}): ${String(error)}`);
    });
  }
  return { cuts: cuts.size, losses };
}

/** The shared memory beside a database is not part of it: it is made anew by the first who opens it. */
function writeFiles(files: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  for (const [path, content] of files) {
    if (path.endsWith('-shm') || path.includes('.lock')) continue;
    const target = join(to, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { mode: 0o600 });
  }
}

describe('a cut of the power', () => {
  let full: Awaited<ReturnType<typeof record>>;

  beforeAll(async () => {
    full = await record('full');
  }, LONG_MS);

  it(
    'at any time loses nothing that was acknowledged, when nothing survives but what was synced',
    async () => expect((await cutEverywhere(full, syncedOnly)).losses).toEqual([]),
    LONG_MS,
  );

  it(
    'at any time loses nothing that was acknowledged, whatever else survives, whole or in part',
    async () => {
      const dice = createDice(20_261_127);
      expect(
        (
          await cutEverywhere(
            full,
            anySurvival(() => dice.roll()),
          )
        ).losses,
      ).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'loses acknowledged entries of a database that does not sync its commits: the test would tell',
    async () => {
      const { cuts, losses } = await cutEverywhere(await record('normal'), syncedOnly);
      expect(losses.length).toBeGreaterThan(cuts / 10);
    },
    LONG_MS,
  );
});
