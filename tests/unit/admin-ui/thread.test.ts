import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../admin-ui/src/data/chat-event.ts';
import { Failure } from '../../../admin-ui/src/api/failure.ts';
import {
  advance,
  isBusy,
  type Thread,
  type ThreadEvent,
  toMessages,
} from '../../../admin-ui/src/state/thread.ts';

const evidence: Evidence = {
  sources: [],
  redaction: {},
  receipt: { intent: 1, outcome: 2, leaf: 'ab' },
  decision: 'answered',
  check: { supported: 0, removed: 0 },
};

function asked(id: number): ThreadEvent {
  return { kind: 'asked', id, question: `Q${id}`, collections: ['handbook'] };
}

function play(events: readonly ThreadEvent[]): Thread {
  return events.reduce(advance, []);
}

describe('a conversation', () => {
  it('waits, writes and completes', () => {
    const waiting = play([asked(1)]);
    expect(waiting).toMatchObject([{ answer: '', phase: { kind: 'waiting' } }]);
    expect(isBusy(waiting)).toBe(true);
    const writing = play([
      asked(1),
      { kind: 'arrived', id: 1, text: 'He' },
      { kind: 'arrived', id: 1, text: 'y' },
    ]);
    expect(writing).toMatchObject([{ answer: 'Hey', phase: { kind: 'writing' } }]);
    expect(isBusy(writing)).toBe(true);
    const complete = advance(writing, { kind: 'completed', id: 1, evidence });
    expect(complete).toMatchObject([{ answer: 'Hey', phase: { kind: 'complete', evidence } }]);
    expect(isBusy(complete)).toBe(false);
  });

  it.each<ThreadEvent>([
    { kind: 'stopped', id: 1 },
    { kind: 'failed', id: 1, failure: new Failure('network') },
  ])('keeps what had arrived when it is $kind', (event) => {
    const thread = play([asked(1), { kind: 'arrived', id: 1, text: 'Half' }, event]);
    expect(thread).toMatchObject([{ answer: 'Half', phase: { kind: event.kind } }]);
    expect(isBusy(thread)).toBe(false);
  });

  it('ignores what still arrives for an exchange that is gone', () => {
    const thread = play([asked(1), { kind: 'cleared' }, { kind: 'arrived', id: 1, text: 'late' }]);
    expect(thread).toEqual([]);
    expect(play([asked(1), asked(2), { kind: 'withdrawn', id: 1 }]).map(({ id }) => id)).toEqual([2]);
  });

  it('sends whole answers only, oldest first, then the new question', () => {
    const thread = play([
      asked(1),
      { kind: 'arrived', id: 1, text: 'A1' },
      { kind: 'completed', id: 1, evidence },
      asked(2),
      { kind: 'arrived', id: 2, text: 'half' },
      { kind: 'stopped', id: 2 },
      asked(3),
      { kind: 'failed', id: 3, failure: new Failure('internal') },
    ]);
    expect(toMessages(thread, 'Q4')).toEqual([
      { role: 'user', content: 'Q1' },
      { role: 'assistant', content: 'A1' },
      { role: 'user', content: 'Q4' },
    ]);
  });
});
