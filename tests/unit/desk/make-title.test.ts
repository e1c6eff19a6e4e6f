import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTitle } from '../../../server/desk/make-title.ts';

describe('makeTitle', () => {
  it('is the question when it is short, on one line', () => {
    expect(makeTitle('  Where is\nthe form? ')).toBe('Where is the form?');
  });

  it('is cut between words, or between characters where there are no spaces', () => {
    expect(makeTitle('letters '.repeat(30))).toBe(`${'letters '.repeat(7).trimEnd()}…`);
    expect(Array.from(makeTitle('休假'.repeat(60)))).toHaveLength(60);
  });

  it('is never longer than 60 characters and never holds half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) => {
        const title = makeTitle(question);
        expect(Array.from(title).length).toBeLessThanOrEqual(60);
        expect(title).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
