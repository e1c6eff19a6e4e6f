import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextView } from '../../../server/redaction/text-view.ts';

describe('the view that rules read', () => {
  it.each([
    ['１２３ＡｂＣ：（）', '123AbC:()'],
    ['٣١٧ ३४ 𝟕𝟑', '317 34 73'],
    ['a\u00a0b\u3000c\u2003d', 'a b c d'],
    ['1\u200b2\u00ad3\u200e4\ufeff5\u{e0031}', '12345'],
    ['1–2—3−4', '1-2-3-4'],
    ['①②张·三。，', '①②张·三。,'],
    ['e\u0301', 'e'],
  ])('folds %s', (original, folded) => {
    expect(createTextView(original).text).toBe(folded);
  });

  it('maps every character back to its place in the original', () => {
    const check = fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (original) => {
      const view = createTextView(original);
      expect(view.text.length).toBeLessThanOrEqual(original.length);
      let last = -1;
      for (let index = 0; index < view.text.length; index += 1) {
        const start = view.startOf(index);
        const piece = original.slice(start, view.endOf(index + 1));
        expect(piece.length).toBeGreaterThan(0);
        expect(createTextView(piece).text.charAt(0)).toBe(view.text.charAt(index));
        expect(start).toBeGreaterThan(last);
        last = start;
      }
    });
    fc.assert(check, { numRuns: 1000 });
  });
});
