import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import { AppError } from '../../../server/errors.ts';
import type { ImportOutcome, JobPayload } from '../../../server/jobs/job.ts';
import { createJobQueue, type JobQueue, type JobRunner } from '../../../server/jobs/job-queue.ts';
import { createLogger } from '../../../server/logger.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

let folder: string;
let db: AppDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intramura-jobs-'));
  db = await openAppDatabase(join(folder, 'app.db'), systemClock);
});

afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** A run that has nothing to tell. */
type Work = (...args: Parameters<JobRunner>) => Promise<void>;

function queue(work: Work): JobQueue {
  return open(async (...args) => {
    await work(...args);
    return undefined;
  });
}

function open(run: JobRunner): JobQueue {
  return createJobQueue({
    db,
    clock: systemClock,
    random: systemRandom,
    logger: createLogger('silent'),
    run,
  });
}

function payload(source: string): JobPayload {
  return {
    kind: 'import-document',
    upload: 'upload_1',
    collection: 'house',
    source,
    actor: { kind: 'user', id: 'usr_1' },
  };
}

function sourceOf(work: JobPayload): string {
  if (work.kind === 'import-document') return work.source;
  return 'model' in work ? work.model : work.kind;
}

it('runs jobs in the order they came and keeps their progress', async () => {
  const seen: string[] = [];
  const jobs = queue((work, progress) => {
    seen.push(sourceOf(work));
    progress(0.5);
    return Promise.resolve();
  });
  await jobs.start();
  const first = await jobs.enqueue(payload('a.md'), 'usr_1');
  await jobs.enqueue(payload('b.md'), 'usr_1');
  await jobs.idle();
  expect(seen).toEqual(['a.md', 'b.md']);
  expect(await jobs.get(first.id)).toMatchObject({ state: 'done', progress: 1, createdBy: 'usr_1' });
});

it('keeps what an import has to tell', async () => {
  const outcome: ImportOutcome = {
    status: 'imported',
    version: 1,
    chunks: 3,
    warnings: [{ code: 'instructions', count: 1 }],
    parts: {
      imported: 0,
      skipped: 0,
      refused: 1,
      listed: [{ name: 'a.pdf', outcome: 'refused', reason: 'It is damaged.' }],
    },
  };
  const jobs = open(() => Promise.resolve(outcome));
  await jobs.start();
  const { id } = await jobs.enqueue(payload('a.md'), 'usr_1');
  await jobs.idle();
  expect((await jobs.get(id))?.outcome).toEqual(outcome);
});

it('keeps the reason of a failure that may be shown, hides one that may not, and goes on', async () => {
  const jobs = queue((work) => {
    const source = sourceOf(work);
    if (source === 'bad.md')
      throw new AppError('ERR_KNOWLEDGE_FORMAT', 'It is no Markdown.', { status: 422 });
    if (source === 'bug.md') throw new Error('secret path');
    return Promise.resolve();
  });
  await jobs.start();
  const bad = await jobs.enqueue(payload('bad.md'), 'usr_1');
  const bug = await jobs.enqueue(payload('bug.md'), 'usr_1');
  const good = await jobs.enqueue(payload('good.md'), 'usr_1');
  await jobs.idle();
  expect(await jobs.get(bad.id)).toMatchObject({ state: 'failed', error: 'It is no Markdown.' });
  expect((await jobs.get(bug.id))?.error).not.toContain('secret');
  expect(await jobs.get(good.id)).toMatchObject({ state: 'done' });
});

it('starts again what a stop cut short', async () => {
  const cut = queue(() => Promise.resolve());
  const job = await cut.enqueue(payload('a.md'), 'usr_1');
  await cut.idle();
  await db.updateTable('jobs').set({ state: 'running' }).where('id', '=', job.id).execute();
  const seen: string[] = [];
  const next = queue((work) => {
    seen.push(sourceOf(work));
    return Promise.resolve();
  });
  await next.start();
  await next.idle();
  expect(seen).toEqual(['a.md']);
  expect(await next.get(job.id)).toMatchObject({ state: 'done' });
});

it('finds the newest jobs of a kind', async () => {
  const jobs = queue(() => Promise.resolve());
  const actor = { kind: 'user', id: 'usr_1' } as const;
  await jobs.start();
  await jobs.enqueue(payload('a.md'), 'usr_1');
  await jobs.enqueue({ kind: 'verify-model', model: 'first', actor }, 'usr_1');
  await jobs.idle();
  await jobs.enqueue({ kind: 'verify-model', model: 'second', actor }, 'usr_1');
  await jobs.idle();
  const recent = await jobs.recent(['verify-model', 'measure-model'], 10);
  expect(recent.map(({ payload: work }) => sourceOf(work))).toEqual(['second', 'first']);
  expect(await jobs.recent(['verify-model'], 1)).toHaveLength(1);
});

it('lets a verification pass a long import, and keeps the order of imports', async () => {
  const verified = new AbortController();
  const ended: string[] = [];
  const jobs = queue(async (work) => {
    if (work.kind === 'import-document' && !verified.signal.aborted) await once(verified.signal, 'abort');
    ended.push(sourceOf(work));
    if (work.kind === 'verify-audit') verified.abort();
  });
  await jobs.start();
  await jobs.enqueue(payload('a.md'), 'usr_1');
  await jobs.enqueue(payload('b.md'), 'usr_1');
  await jobs.enqueue({ kind: 'verify-audit', actor: { kind: 'user', id: 'usr_1' } }, 'usr_1');
  await jobs.idle();
  expect(ended).toEqual(['verify-audit', 'a.md', 'b.md']);
});
