import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../admin-ui/src/data/find-quote.ts';

/** Anything that is not only white space. */
const sentence = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');

describe('a quote in a text', () => {
  it('is found wherever it stands, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string(), sentence, fc.string(), (before, quote, after) => {
        const text = `${before} ${quote} ${after}`;
        const found = findQuote(text, quote);
        expect(text.slice(found?.start, found?.end)).toBe(quote.trim());
      }),
    );
  });

  it('is found over a line break', () => {
    const text = 'Rest.\nToner is changed\nwithin two hours. Rest.';
    const found = findQuote(text, 'Toner is changed within two hours.');
    expect(text.slice(found?.start, found?.end)).toBe('Toner is changed\nwithin two hours.');
  });

  it('is not found when a word is another one', () => {
    expect(findQuote('within two hours', 'within three hours')).toBeUndefined();
    expect(findQuote('anything', '')).toBeUndefined();
  });
});
