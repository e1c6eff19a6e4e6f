import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import type { JobPayload } from '../../../server/jobs/job.ts';
import { createJobQueue, type JobQueue, type JobRunner } from '../../../server/jobs/job-queue.ts';
import { createLogger } from '../../../server/logger.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

const actor = { kind: 'user', id: 'u' } as const;
const sync: JobPayload = { kind: 'sync-source', source: 's', collection: 'c', confirmedRemovals: 0, actor };
let dir: string;
let db: AppDatabase;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'intramura-lanes-'));
  db = await openAppDatabase(join(dir, 'app.db'), systemClock);
});
afterEach(async () => {
  await db.destroy();
  await rm(dir, { recursive: true, force: true });
});

/** A run that has nothing to tell. */
type Work = (...args: Parameters<JobRunner>) => Promise<void>;

function open(work: Work): JobQueue {
  return createJobQueue({
    db,
    clock: systemClock,
    random: systemRandom,
    logger: createLogger('silent'),
    async run(...args) {
      await work(...args);
      return undefined;
    },
  });
}

describe('jobs of sources', () => {
  it('do not hold up other work', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await using queue = open((payload) => (payload.kind === 'sync-source' ? held : Promise.resolve()));
    await queue.start();
    await queue.enqueue(sync, 'u');
    const other = await queue.enqueue({ kind: 'verify-audit', actor }, 'u');
    await expect.poll(async () => (await queue.get(other.id))?.state).toBe('done');
    release();
  });

  it('end when the product stops, and start again when it starts', async () => {
    const stopped = open(
      (_payload, _progress, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    await stopped.start();
    const { id } = await stopped.enqueue(sync, 'u');
    await expect.poll(async () => (await stopped.get(id))?.state).toBe('running');
    await stopped[Symbol.asyncDispose]();
    await using again = open(() => Promise.resolve());
    await again.start();
    await again.idle();
    expect((await again.get(id))?.state).toBe('done');
  });
});
