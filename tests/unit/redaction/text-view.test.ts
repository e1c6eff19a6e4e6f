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
    ['电话一三八 一二三四 五六七八', '电话138 1234 5678'],
    ['三〇一二三号楼，二〇二四年', '三〇一二三号楼,二〇二四年'],
    ['аlice@ехample.com', 'alice@example.com'],
    ['почта и COVID-19-вирус', 'почта и COVID-19-вирус'],
  ])('folds %s', (original, folded) => {
    expect(createTextView(original).text).toBe(folded);
  });

  it('maps every character back to its place in the original', () => {
    // Runs of numerals and look-alikes are folded by what stands around them: they are tested above.
    const texts = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((text) => !/[\u0370-\u052f]/.test(text));
    const check = fc.property(texts, (original) => {
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
