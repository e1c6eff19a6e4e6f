import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { createLogFolder, type LogFolder } from '../unit/audit/log-fixture.ts';
import { buildWorker } from './audit/build-worker.ts';
import { expectSoundLog } from './audit/expect-sound-log.ts';
import { isLongRun, spread } from './audit/rounds.ts';
import { runTraced, type TracedRun } from './audit/run-traced.ts';
import { acknowledgedOf } from './audit/worker-messages.ts';

/**
 * Every system call by which the log changes a file fails once, each time it is made: with an error of the disk, with a
 * full disk, and by the death of the process before it. What was acknowledged must be there afterwards.
 */
const calls = ['pwrite64', 'write', 'fsync', 'ftruncate', 'openat', 'unlink', 'rename'] as const;
const faults = ['error=EIO', 'error=ENOSPC', 'signal=KILL'] as const;

const databases = ['audit.db', 'audit-keys.db', 'signer/state.lock'];
const files = [
  ...databases.flatMap((name) => ['', '-wal', '-shm', '-journal'].map((end) => `${name}${end}`)),
  'audit.db.lock',
  'signing.pem',
  'signing.vkey',
  ...['', '/audit-epoch-1.key'].map((end) => `epoch${end}`),
  ...['', '/state.json', '/state.json.new'].map((end) => `signer${end}`),
  ...['', '/head', '/head.new', '/history'].map((end) => `checkpoints${end}`),
];

let worker: string;
let used: LogFolder;

const newLog = ['a new log', () => createLogFolder()] as const;

const LONG_MS = 3_600_000;

beforeAll(async () => {
  worker = await buildWorker('log-worker');
  used = createLogFolder();
  await runWith(used, []);
}, LONG_MS);

afterAll(() => used[Symbol.dispose]());

function copyOf(folder: LogFolder): LogFolder {
  const copy = createLogFolder();
  cpSync(folder.dir, copy.dir, { recursive: true });
  return copy;
}

interface FaultRun extends TracedRun {
  readonly trace: string;
}

async function runWith({ dir }: LogFolder, inject: readonly string[]): Promise<FaultRun> {
  const file = join(dir, 'trace');
  const watched = files.flatMap((name) => ['-P', join(dir, name)]);
  const options = ['-qq', '-o', file, '-e', `trace=${calls.join(',')}`, ...watched, ...inject];
  const run = await runTraced(options, worker, [dir, '1']);
  return { ...run, trace: readFileSync(file, 'utf8') };
}

/** How often a run makes a call, by the busiest thread: strace lets the nth call of every thread fail. */
async function countCalls(folder: LogFolder, call: string): Promise<number> {
  const { told, trace } = await runWith(folder, []);
  expect(told).toContainEqual({ closed: true });
  const counts = new Map<string, number>();
  for (const [, thread = '', name] of trace.matchAll(/^(\d+) +(\w+)\(/gm))
    if (name === call) counts.set(thread, (counts.get(thread) ?? 0) + 1);
  return Math.max(...counts.values());
}

async function placesOf(folder: LogFolder, call: string): Promise<number[]> {
  const count = await countCalls(folder, call);
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return isLongRun ? all : spread(all, 2);
}

async function expectToBearFault(
  folderOf: () => LogFolder,
  call: string,
  fault: string,
  place: number,
): Promise<void> {
  using tried = folderOf();
  const { told, ended, trace } = await runWith(tried, ['-e', `inject=${call}:${fault}:when=${place}`]);
  const where = `${call} ${place} with ${fault}`;
  expect(trace, where).toMatch(fault === 'signal=KILL' ? /killed by SIGKILL/ : /\(INJECTED\)/);
  expect(ended, where).toBe(fault !== 'signal=KILL');
  await expectSoundLog(tried.dir, told).catch((error: unknown) => {
    throw new Error(`After ${where}: ${String(error)} Told: ${JSON.stringify(told)}`, { cause: error });
  });
}

const everyPair = calls.flatMap((call) => faults.map((fault) => [call, fault] as const));
const fewPairs = [
  ['pwrite64', 'signal=KILL'],
  ['fsync', 'error=EIO'],
  ['write', 'error=ENOSPC'],
] as const;

describe.each([['a log in use', () => copyOf(used)] as const, ...(isLongRun ? [newLog] : [])])(
  '%s',
  (_, folderOf) => {
    it.each(isLongRun ? everyPair : fewPairs)(
      'bears a %s that ends in %s, each time it is made',
      async (call, fault) => {
        using counted = folderOf();
        for (const place of await placesOf(counted, call))
          await expectToBearFault(folderOf, call, fault, place);
      },
      LONG_MS,
    );
  },
);

it('is tried without faults, and acknowledges everything', async () => {
  using tried = copyOf(used);
  const { told, ended } = await runWith(tried, []);
  expect(ended).toBe(true);
  expect(acknowledgedOf(told)).toHaveLength(3);
  await expectSoundLog(tried.dir, told);
});
