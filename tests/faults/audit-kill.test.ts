import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openAuditLog } from '../../server/audit/audit-log.ts';
import { exportEntries } from '../../server/audit/export.ts';
import { hashLeaf } from '../../server/audit/leaf.ts';
import { systemClock } from '../../server/util/clock.ts';
import { createLogFolder, type LogFolder } from '../unit/audit/log-fixture.ts';
import { buildWorker } from './audit/build-worker.ts';
import { rounds } from './audit/rounds.ts';

const ROUNDS = rounds({ short: 20, long: 1000 });

let folder: LogFolder;

let worker: string;

beforeAll(async () => {
  worker = await buildWorker('kill-worker');
});

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

/** Lets a process write to the log and kills it after some acknowledgements. Returns these. */
async function writeUntilKilled(acknowledgements: number): Promise<Map<number, string>> {
  const writer = spawn(process.execPath, [worker, folder.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(writer, 'exit');
  const told = new Map<number, string>();
  for await (const line of createInterface(writer.stdout)) {
    const [seq, hash = ''] = line.split(' ');
    // A line that the kill cut short acknowledges nothing.
    if (hash.length === 64) told.set(Number(seq), hash);
    if (told.size === acknowledgements) writer.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return told;
}

it(
  `a writer killed ${ROUNDS} times loses nothing that it acknowledged, and the log stays one chain`,
  async () => {
    const acknowledged = new Map<number, string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [seq, hash] of await writeUntilKilled(1 + ((round * 37) % 90))) acknowledged.set(seq, hash);
    }
    const stored = new Map<number, string>();
    for await (const line of exportEntries(folder.options.path, 'jsonl'))
      stored.set(stored.size + 1, hashLeaf(line));
    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
    for (const [seq, hash] of acknowledged) expect(stored.get(seq)).toBe(hash);
    await using log = await openAuditLog({ ...folder.options, clock: systemClock });
    expect(await log.verify()).toMatchObject({ exitCode: 0, problems: [] });
    const count = async (type: string): Promise<number> =>
      (await log.entries({ limit: 1_000_000, type })).length;
    expect(await count('audit.started')).toBe(ROUNDS + 1);
    expect(await count('exchange.intended')).toBe(
      (await count('exchange.completed')) + (await count('exchange.aborted')),
    );
    expect(await count('exchange.aborted')).toBeGreaterThan(0);
  },
  ROUNDS * 6_000,
);
