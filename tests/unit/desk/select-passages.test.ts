import { describe, expect, it } from 'vitest';
import type { ConversationFile } from '../../../server/desk/file-store.ts';
import { selectPassages } from '../../../server/desk/select-passages.ts';

const file = (id: string, ...texts: string[]): ConversationFile => ({
  id,
  name: `${id}.txt`,
  format: 'text/plain',
  bytes: 1,
  createdAt: '',
  passages: texts.map((text) => ({ location: '', text })),
});

describe('selectPassages', () => {
  it('takes the passages that share words with the question, the best first', () => {
    const files = [
      file('a', 'The lift is serviced in March.', 'Parking costs 3 francs an hour.'),
      file('b', 'Parking is free on Sundays; on other days parking costs 3 francs.'),
    ];
    const chosen = selectPassages('What does parking cost on Sundays?', files);
    expect(chosen.map(({ chunk }) => chunk)).toEqual(['b-1', 'a-2']);
    expect(chosen[0]).toMatchObject({ score: 1, title: 'b.txt', file: 'b' });
    expect(chosen[1]?.score).toBeLessThan(1);
  });

  it('reads Chinese', () => {
    const chosen = selectPassages('停车费是多少？', [file('a', '电梯每年三月检修。', '停车费每小时三元。')]);
    expect(chosen.map(({ chunk }) => chunk)).toEqual(['a-2']);
  });

  it('takes eight at most, and none that has nothing to do with the question', () => {
    const many = file('a', ...Array.from({ length: 30 }, (_, at) => `Parking rule number ${at}.`));
    expect(selectPassages('parking rule', [many])).toHaveLength(8);
    expect(selectPassages('holiday', [many])).toEqual([]);
    expect(selectPassages('parking', [])).toEqual([]);
  });
});
