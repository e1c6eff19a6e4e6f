import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../../server/audit/audit-log.ts';
import { createLogFolder, type LogFolder, openAndClose } from './log-fixture.ts';

const event = { type: 'auth.failed', code: 'ERR_X' } as const;

let folder: LogFolder;
let wall: number;
let elapsed: number;

beforeEach(() => {
  folder = createLogFolder();
  wall = Date.UTC(2026, 0, 5, 9);
  elapsed = 1000;
});

afterEach(() => folder[Symbol.dispose]());

/** Time that passes as it should. */
function pass(ms: number): void {
  wall += ms;
  elapsed += ms;
}

function open(heartbeatMs?: number): Promise<AuditLog> {
  const clock = { now: () => new Date(wall), elapsed: () => elapsed };
  return openAuditLog({ ...folder.options, clock, ...(heartbeatMs !== undefined && { heartbeatMs }) });
}

async function jumps(log: AuditLog): Promise<unknown[]> {
  const entries = await log.entries({ limit: 100, type: 'clock.jumped' });
  return entries.map(({ leaf }) => [leaf['before'], leaf['after']]);
}

describe('a clock that is moved', () => {
  it.each([
    ['an hour back', -3_600_000, '2026-01-05T08:00:10.000Z'],
    ['a day forward', 86_400_000, '2026-01-06T09:00:10.000Z'],
  ])('%s is recorded before whatever comes next, once', async (_, moved, after) => {
    await using log = await open();
    pass(10_000);
    wall += moved;
    const { seq } = await log.recordEvent(event);
    await log.recordEvent(event);
    expect(await jumps(log)).toEqual([['2026-01-05T09:00:10.000Z', after]]);
    const [entry] = await log.entries({ limit: 1, after: seq - 1 });
    expect(entry?.type).toBe('auth.failed');
    expect(await log.verify()).toMatchObject({ exitCode: 0 });
  });

  it('back while the log was closed is recorded at the next start', async () => {
    await openAndClose({ ...folder, options: { ...folder.options, clock: { now: () => new Date(wall) } } });
    wall -= 60_000;
    await using log = await open();
    await log.recordEvent(event);
    expect(await jumps(log)).toEqual([['2026-01-05T09:00:00.000Z', '2026-01-05T08:59:00.000Z']]);
  });

  it('by a leap second or by time servers is not worth an entry', async () => {
    await using log = await open();
    for (const drift of [1000, -1000, 1900]) {
      pass(60_000);
      wall += drift;
      await log.recordEvent(event);
    }
    expect(await jumps(log)).toEqual([]);
  });
});

describe('a log without anything to record', () => {
  it('says that it is on, and only then', async () => {
    await using log = await open(40);
    const beats = async (): Promise<number> =>
      (await log.entries({ limit: 100, type: 'audit.heartbeat' })).length;
    await expect.poll(beats, { timeout: 5000 }).toBeGreaterThanOrEqual(2);
    expect((await log.verify()).exitCode).toBe(0);
  });

  it('says nothing after it was closed', async () => {
    const log = await open(20);
    await log[Symbol.asyncDispose]();
    const before = (await folder.verify()).entries;
    await new Promise((resolve) => {
      setTimeout(resolve, 80);
    });
    expect((await folder.verify()).entries).toBe(before);
  });
});
