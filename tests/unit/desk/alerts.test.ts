import { noAnchors } from '../../../server/domain/anchor-policy.ts';
import { describe, expect, it } from 'vitest';
import { type AlertKind, type Circumstances, findAlerts } from '../../../server/desk/alerts.ts';
import type { ModelStatus } from '../../../server/inference/inference.ts';

const now = new Date('2026-03-01T12:00:00Z');

const model: ModelStatus = {
  id: 'starter',
  files: undefined,
  state: 'ready',
  readySince: now,
  problem: undefined,
  pid: 1,
  rss: 100,
  restarts: 0,
  running: 0,
  waiting: 0,
};

const quiet: Circumstances = {
  now,
  log: {
    size: 100,
    origin: 'intramura/1',
    keyId: '01020304',
    checkpoint: { note: '', size: 100, at: now, failing: false },
    anchoring: { ...noAnchors, anchored: undefined, anchors: [] },
  },
  verification: {
    at: '2026-02-28T12:00:00Z',
    ok: true,
    exit: 0,
    entries: 90,
    proven: 90,
    message: '',
    problems: [],
  },
  models: [model],
  disk: { totalBytes: 100 * 2 ** 30, freeBytes: 60 * 2 ** 30 },
  failedJobs: 0,
  failedSources: 0,
  givenPasswords: 0,
  outcomes: { answered: 10, quoted: 80, approved: 0, declined: 10, chatted: 0, failed: 2 },
};

const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

function kinds(change: Partial<Circumstances>): AlertKind[] {
  return findAlerts({ ...quiet, ...change }).map(({ kind }) => kind);
}

function checkpoint(change: Partial<Circumstances['log']['checkpoint']>): Partial<Circumstances> {
  return { log: { ...quiet.log, checkpoint: { ...quiet.log.checkpoint, ...change } } };
}

it('says nothing when nothing is wrong', () => {
  expect(findAlerts(quiet)).toEqual([]);
});

describe('the log', () => {
  it('must be signed within a minute of growing', () => {
    expect(kinds(checkpoint({ size: 99 }))).toEqual([]);
    expect(kinds(checkpoint({ at: minutesAgo(600) }))).toEqual([]);
    expect(kinds(checkpoint({ size: 99, at: minutesAgo(2) }))).toEqual(['log-unsigned']);
    expect(kinds(checkpoint({ failing: true }))).toEqual(['log-unsigned']);
  });

  it('must have been verified, lately and well', () => {
    const verification = {
      at: now.toISOString(),
      exit: 40,
      entries: 1,
      proven: 0,
      message: '',
      problems: [],
    };
    expect(kinds({ verification: { ...verification, ok: false } })).toEqual(['log-changed']);
    expect(kinds({ verification: undefined })).toEqual(['log-never-verified']);
    const old = minutesAgo(31 * 24 * 60).toISOString();
    expect(kinds({ verification: { ...verification, ok: true, at: old } })).toEqual([
      'log-verified-long-ago',
    ]);
  });
});

it('a model must be ready', () => {
  expect(kinds({ models: [{ ...model, state: 'failed' }] })).toEqual(['model-failed']);
  expect(kinds({ models: [{ ...model, state: 'restarting' }, model] })).toEqual(['model-not-ready']);
});

it('the disk must have room, by size and by share', () => {
  const disk = (total: number, free: number): Partial<Circumstances> => ({
    disk: { totalBytes: total * 2 ** 30, freeBytes: free * 2 ** 30 },
  });
  expect(kinds(disk(100, 4))).toEqual(['disk-low']);
  expect(findAlerts({ ...quiet, ...disk(10, 0.5) })[0]).toMatchObject({ level: 'critical' });
  expect(kinds(disk(1000, 150))).toEqual([]);
});

it('jobs, sources, passwords and shares of exchanges are watched', () => {
  const outcomes = { ...quiet.outcomes, quoted: 10, declined: 50, failed: 10 };
  expect(kinds({ failedJobs: 2, failedSources: 3, givenPasswords: 1, outcomes })).toEqual([
    'jobs-failed',
    'sources-failed',
    'first-password',
    'many-failed',
    'many-declined',
  ]);
  expect(
    kinds({ outcomes: { answered: 0, quoted: 0, approved: 0, declined: 19, chatted: 0, failed: 0 } }),
  ).toEqual([]);
});

it('the gravest come first', () => {
  const [first] = findAlerts({
    ...quiet,
    verification: undefined,
    failedJobs: 1,
    ...checkpoint({ failing: true }),
  });
  expect(first).toMatchObject({ kind: 'log-unsigned', level: 'critical' });
});
