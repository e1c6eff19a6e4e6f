import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../server/audit/audit-log.ts';
import { createLogFolder, type LogFolder } from '../unit/audit/log-fixture.ts';
import { buildWorker } from './audit/build-worker.ts';
import { expectSoundLog } from './audit/expect-sound-log.ts';
import { rounds } from './audit/rounds.ts';
import { acknowledgedOf, parseMessages, type WorkerMessage } from './audit/worker-messages.ts';

const PROCESSES = rounds({ short: 3, long: 40 });

let worker: string;
let folder: LogFolder;

beforeAll(async () => {
  worker = await buildWorker('log-worker');
}, 120_000);

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

async function runWorker(): Promise<WorkerMessage[]> {
  const child = spawn(process.execPath, [worker, folder.dir, '3'], { stdio: ['ignore', 'pipe', 'inherit'] });
  return parseMessages(await text(child.stdout));
}

describe('two processes on one log', () => {
  it('are one too many: the second is told so and writes nothing', async () => {
    const log = await openAuditLog(folder.options);
    expect(await runWorker()).toEqual([{ refused: 'ERR_AUDIT_UNAVAILABLE' }]);
    expect(log.state().size).toBe(2);
    await log[Symbol.asyncDispose]();
    await expectSoundLog(folder.dir, []);
  });

  it(`take turns when ${PROCESSES} of them start at once, and lose nothing that any of them acknowledged`, async () => {
    const told = await Promise.all(Array.from({ length: PROCESSES }, runWorker));
    const opened = told.filter((messages) => messages.some((message) => 'opened' in message));
    expect(opened.length).toBeGreaterThan(0);
    for (const messages of opened) expect(acknowledgedOf(messages)).toHaveLength(9);
    for (const messages of told.filter((one) => !opened.includes(one)))
      expect(messages).toEqual([{ refused: 'ERR_AUDIT_UNAVAILABLE' }]);
    await expectSoundLog(folder.dir, told.flat());
  }, 600_000);
});
