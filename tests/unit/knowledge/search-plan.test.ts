import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinFound, planSearch } from '../../../server/knowledge/search-plan.ts';
import { splitQuestion } from '../../../server/knowledge/split-question.ts';

describe('a question that asks several things', () => {
  test.each<[string, readonly string[]]>([
    [
      'What does the Gold card cost per year, and how long is parental leave for fathers?',
      ['What does the Gold card cost per year', 'how long is parental leave for fathers?'],
    ],
    [
      'What is the difference between the Flex Saver and the Goal Saver?',
      ['the Flex Saver', 'the Goal Saver'],
    ],
    ['病假有几天?另外每周可以远程办公几天?', ['病假有几天?', '另外每周可以远程办公几天?']],
    ['补办借记卡的工本费和金卡的年费分别是多少?', ['补办借记卡的工本费分别是多少?', '金卡的年费分别是多少?']],
    ['出差住宿的标准是多少,法定节假日加班又怎么算?', ['出差住宿的标准是多少', '法定节假日加班又怎么算?']],
  ])('%j is split', (question, parts) => {
    expect(splitQuestion(question)).toEqual(parts);
  });

  test.each([
    'How long and how often may a standing order be changed?',
    'Where is my card? It has been two weeks!',
    'Who approves terms and conditions?',
    '忘记密码以后,怎么重新设置?',
    '信用卡的年费是多少?',
  ])('%j asks one thing', (question) => {
    expect(splitQuestion(question)).toEqual([]);
  });
});

test('a follow-up is looked up with the question it continues, and alone', () => {
  expect(planSearch({ text: 'And at a branch?', antecedent: 'What does a transfer cost?' })).toEqual({
    kind: 'continued',
    lookUps: ['What does a transfer cost? And at a branch?', 'And at a branch?'],
  });
});

describe('what is found', () => {
  const list = (...pairs: readonly [string, number][]) => pairs.map(([chunk, score]) => ({ chunk, score }));

  test('for parts: the best of the whole, the best of each part, then the rest of the whole', () => {
    const whole = list(['a', 0.9], ['b', 0.8], ['c', 0.7]);
    const found = joinFound('parts', [whole, list(['a', 1], ['x', 0.9]), list(['y', 0.95], ['b', 0.1])]);
    expect(found).toEqual(list(['a', 0.9], ['y', 0.9], ['b', 0.8], ['c', 0.7]));
  });

  test('for a follow-up: the mean of both look-ups', () => {
    const found = joinFound('continued', [list(['a', 0.9], ['b', 0.8]), list(['b', 0.6], ['c', 0.6])]);
    expect(found.map(({ chunk }) => chunk)).toEqual(['b', 'a', 'c']);
  });

  test('is each chunk once, best first, and nothing is made up', () => {
    const scored = fc.record({
      chunk: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const ranked = fc
      .uniqueArray(scored, { selector: ({ chunk }) => chunk })
      .map((items) => items.toSorted((left, right) => right.score - left.score));
    const kinds = fc.constantFrom('continued' as const, 'parts' as const);
    fc.assert(
      fc.property(kinds, fc.array(ranked, { minLength: 1, maxLength: 4 }), (kind, lists) => {
        const found = joinFound(kind, lists);
        const chunks = found.map(({ chunk }) => chunk);
        expect(new Set(chunks).size).toBe(chunks.length);
        const known = new Set<string>(lists.flat().map(({ chunk }) => chunk));
        expect(chunks.every((chunk) => known.has(chunk))).toBe(true);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((left, right) => right - left));
      }),
    );
  });
});
