import { expect, it } from 'vitest';
import { indexTuning } from '../../../server/knowledge/index-tuning.ts';
import { createPendingWrites } from '../../../server/knowledge/pending-writes.ts';

const open = () => createPendingWrites({ ...indexTuning, writesPerRound: 25, rowsPerRound: 5_000 });

it('are many by their number or by their rows, and none once they are cleared', () => {
  const few = open();
  expect(few.hasAny()).toBe(false);
  for (let write = 0; write < 24; write += 1) few.note(1);
  expect([few.hasAny(), few.areMany(0)]).toEqual([true, false]);
  few.note(1);
  expect(few.areMany(0)).toBe(true);
  few.clear();
  few.note(5_000);
  expect(few.areMany(0)).toBe(true);
  few.clear();
  expect([few.hasAny(), few.areMany(0)]).toEqual([false, false]);
});

it('may be more in a large index, which costs more to tidy', () => {
  const pending = open();
  for (let write = 0; write < 199; write += 1) pending.note(100);
  expect(pending.areMany(20_000)).toBe(true);
  expect(pending.areMany(100_000)).toBe(false);
  pending.note(100);
  expect(pending.areMany(100_000)).toBe(true);
});
