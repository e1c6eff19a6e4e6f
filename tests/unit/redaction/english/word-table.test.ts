import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrdinaryWord } from '../../../../server/redaction/english/ordinary-word.ts';
import { createWordTable } from '../../../../server/redaction/english/word-table.ts';

describe('a table of words', () => {
  it('gives what a map gives', () => {
    const words = fc.dictionary(fc.stringMatching(/^[a-z']{1,12}$/), fc.integer({ min: 1, max: 2 ** 30 }));
    const check = fc.property(words, fc.stringMatching(/^[a-z']{1,12}$/), (entries, other) => {
      const map = new Map(Object.entries(entries));
      const table = createWordTable(map);
      for (const [word, flags] of map) expect(table.flagsOf(word)).toBe(flags);
      expect(table.flagsOf(other)).toBe(map.get(other) ?? 0);
    });
    fc.assert(check, { numRuns: 200 });
  });
});

describe('an ordinary word', () => {
  it.each([
    'table',
    'tables',
    'boxes',
    'tries',
    'making',
    'bigger',
    'tried',
    'quickly',
    'happily',
    'kindness',
    'stopped',
  ])('is %s', (word) => {
    expect(isOrdinaryWord(word)).toBe(true);
  });

  it.each(['zenvik', 'rotterdam', 'quillonia', 'alessandro', 's', ''])('is not %s', (word) => {
    expect(isOrdinaryWord(word)).toBe(false);
  });
});
