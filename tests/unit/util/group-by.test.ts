import { expect, it } from 'vitest';
import { groupBy } from '../../../server/util/group-by.ts';

it('groups items by key and keeps their order', () => {
  const groups = groupBy([3, 1, 4, 1, 5], (item) => (item % 2 === 0 ? 'even' : 'odd'));
  expect([...groups]).toEqual([
    ['odd', [3, 1, 1, 5]],
    ['even', [4]],
  ]);
});
