import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markSpans } from '../../../admin-ui/src/pages/assistant/mask-marks.ts';

const mail = { type: 'EMAIL', start: 3, end: 9 };

describe('marks in what is typed', () => {
  it('set apart what will be masked', () => {
    expect(markSpans('to jo@x.y now', 'to jo@x.y now', [mail])).toEqual([
      { text: 'to ' },
      { text: 'jo@x.y', type: 'EMAIL' },
      { text: ' now' },
    ]);
  });

  it('leave alone what only warns: the model will see it', () => {
    expect(markSpans('to jo@x.y', 'to jo@x.y', [{ ...mail, operator: 'warn' }])).toEqual([
      { text: 'to jo@x.y' },
    ]);
  });

  it('stay while more is typed behind them, and go when they are changed', () => {
    expect(markSpans('to jo@x.y now and then', 'to jo@x.y', [mail])[1]).toEqual({
      text: 'jo@x.y',
      type: 'EMAIL',
    });
    expect(markSpans('to ja@x.y', 'to jo@x.y', [mail])).toEqual([{ text: 'to ja@x.y' }]);
    expect(markSpans('', 'to jo@x.y', [mail])).toEqual([]);
  });

  it('lose and double nothing, whatever the spans', () => {
    const span = fc.record({ type: fc.constant('X'), start: fc.nat(20), end: fc.nat(20) });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(span), (text, spans) => {
        const sane = spans.filter(({ start, end }) => start < end);
        expect(
          markSpans(text, text, sane)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
