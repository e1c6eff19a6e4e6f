import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerPiece,
  type MaskedPiece,
  sayMarks,
  splitMarks,
  splitPlaceholders,
} from '../../../admin-ui/src/data/text-pieces.ts';

function join(pieces: readonly (AnswerPiece | MaskedPiece)[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'unsupported') return '⚠';
      return piece.kind === 'citation' ? `[${piece.number}]` : piece.text;
    })
    .join('');
}

describe('splitting a text into pieces', () => {
  it('sets citations apart', () => {
    expect(splitMarks('Yes. [1] 可以。[12]')).toEqual([
      { kind: 'text', text: 'Yes. ' },
      { kind: 'citation', number: 1 },
      { kind: 'text', text: ' 可以。' },
      { kind: 'citation', number: 12 },
    ]);
  });

  it.each(['[a]', '[1', '1]', '[ 1 ]', '[2026]', '[]', ''])('leaves %j alone', (text) => {
    expect(splitMarks(text).every(({ kind }) => kind === 'text')).toBe(true);
  });

  it('sets marks of unsupported sentences apart, and says them in words', () => {
    const answer = '⚠ Hot. Ten days. ⚠ Two⚠more. ⚠';
    expect(splitMarks(answer)).toEqual([
      { kind: 'text', text: '⚠ Hot. Ten days. ' },
      { kind: 'unsupported' },
      { kind: 'text', text: ' Two⚠more. ' },
      { kind: 'unsupported' },
    ]);
    expect(sayMarks(answer, 'no $& support')).toBe(
      '⚠ Hot. Ten days. (no $& support) Two⚠more. (no $& support)',
    );
  });

  it('sets placeholders apart', () => {
    expect(splitPlaceholders('I am [PERSON_3K], [CN_ID_12Q] [1]')).toEqual([
      { kind: 'text', text: 'I am ' },
      { kind: 'placeholder', text: '[PERSON_3K]' },
      { kind: 'text', text: ', ' },
      { kind: 'placeholder', text: '[CN_ID_12Q]' },
      { kind: 'text', text: ' [1]' },
    ]);
  });

  it('knows the placeholders of other written forms of a value, and nothing longer', () => {
    for (const known of ['[PERSON_3BK]', '[BANK_CARD_17BCA]'])
      expect(splitPlaceholders(known)).toEqual([{ kind: 'placeholder', text: known }]);
    for (const unknown of ['[PERSON_3]', '[PERSON_3BCDA]', '[person_3K]', '[PERSON_K]'])
      expect(splitPlaceholders(unknown)).toEqual([{ kind: 'text', text: unknown }]);
  });

  it('loses nothing: the pieces joined are the text', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(' ⚠', '⚠ ', '[1]', '[99]', '[PERSON_3K]', '[PERSON_3BK]', '[', ']'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('').replaceAll(/\[0+/g, '[');
        expect(join(splitMarks(text))).toBe(text);
        expect(join(splitPlaceholders(text))).toBe(text);
      }),
    );
  });
});
