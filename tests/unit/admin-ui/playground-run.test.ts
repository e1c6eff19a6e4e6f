import { describe, expect, it } from 'vitest';
import {
  nextRun,
  type Run,
  type RunEvent,
  timingOf,
} from '../../../admin-ui/src/pages/models/playground/run.ts';

const end = {
  usage: { prompt: 20, completion: 50 },
  redaction: {},
  sources: [],
  receipt: { intent: 1, outcome: 2 },
} as const;

function follow(...events: readonly RunEvent[]): Run {
  const run = events.reduce(nextRun, undefined as Run | undefined);
  if (run === undefined) throw new Error('Nothing was started.');
  return run;
}

const started = { kind: 'started', at: 1_000 } as const;
const first = { kind: 'text', text: 'Hel', at: 1_200 } as const;
const rest = { kind: 'text', text: 'lo', at: 1_700 } as const;

describe('a run', () => {
  it('gathers the text and tells how long it took', () => {
    const run = follow(started, first, rest, { kind: 'ended', end, at: 2_200 });
    expect(run).toMatchObject({ state: 'done', text: 'Hello', end });
    expect(timingOf(run)).toEqual({ firstTextMs: 200, totalMs: 1_200, tokensPerSecond: 50 });
  });

  it('has no rate when the answer came in one piece', () => {
    const run = follow(started, first, { kind: 'ended', end, at: 1_201 });
    expect(timingOf(run)).toEqual({ firstTextMs: 200, totalMs: 201 });
  });

  it('has no times that have not come yet', () => {
    expect(timingOf(follow(started))).toEqual({});
    expect(timingOf(follow(started, first))).toEqual({ firstTextMs: 200 });
  });

  it('keeps what was written when it is stopped, and takes nothing after that', () => {
    const run = follow(started, first, { kind: 'stopped', at: 1_300 }, rest, {
      kind: 'ended',
      end,
      at: 2_000,
    });
    expect(run).toMatchObject({ state: 'stopped', text: 'Hel', endedAt: 1_300 });
    expect(run.end).toBeUndefined();
  });

  it('keeps what was written when it fails', () => {
    const error = new Error('gone');
    expect(follow(started, first, { kind: 'failed', error, at: 1_300 })).toMatchObject({
      state: 'failed',
      text: 'Hel',
      error,
    });
  });

  it('begins anew with the next question', () => {
    expect(follow(started, first, { kind: 'started', at: 5_000 })).toEqual({
      state: 'waiting',
      text: '',
      startedAt: 5_000,
    });
  });

  it('takes nothing before it begins', () => {
    expect(nextRun(undefined, first)).toBeUndefined();
  });
});
