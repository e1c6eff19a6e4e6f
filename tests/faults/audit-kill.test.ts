import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openAuditLog } from '../../server/audit/audit-log.ts';
import { exportEntries } from '../../server/audit/export.ts';
import { hashLeaf } from '../../server/audit/leaf.ts';
import { systemClock } from '../../server/util/clock.ts';
import { createLogFolder, type LogFolder } from '../unit/audit/log-fixture.ts';

const ROUNDS = 20;

const writerPath = 'dist/tests/audit-kill-writer.js';

let folder: LogFolder;

/** One file, so that it is at work soon after each start. Below dist/, where it finds the packages. */
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('audit-kill-writer.ts', import.meta.url)),
      outDir: 'dist/tests',
      emptyOutDir: true,
    },
  });
});

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

/** Lets a process write to the log and kills it after some acknowledgements. Returns these. */
async function writeUntilKilled(acknowledgements: number): Promise<Map<number, string>> {
  const writer = spawn(process.execPath, [writerPath, folder.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
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

it(`a writer killed ${ROUNDS} times loses nothing that it acknowledged, and the log stays one chain`, async () => {
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
  const count = async (type: string): Promise<number> => (await log.entries({ limit: 10_000, type })).length;
  expect(await count('audit.started')).toBe(ROUNDS + 1);
  expect(await count('exchange.intended')).toBe(
    (await count('exchange.completed')) + (await count('exchange.aborted')),
  );
  expect(await count('exchange.aborted')).toBeGreaterThan(0);
}, 120_000);
