import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMA, HYPHEN, LINE, PARAGRAPH, SPACE, STOP } from '../../../../server/redaction/english/gap.ts';
import {
  CAPITAL,
  CODE,
  LOWER,
  MIXED,
  NUMBER,
  readText,
  UPPER,
} from '../../../../server/redaction/english/reading.ts';
import { opensSentence } from '../../../../server/redaction/english/sentence.ts';
import * as flag from '../../../../server/redaction/english/word-flags.ts';

function tokensOf(text: string): readonly string[] {
  const reading = readText(text);
  return Array.from({ length: reading.count }, (_, index) =>
    text.slice(reading.starts[index], reading.ends[index]),
  );
}

function flagsOf(text: string): number {
  return readText(text).flags[0] ?? 0;
}

describe('a reading', () => {
  it('cuts words and numbers', () => {
    expect(tokensOf("O'Brien's flat 12b, N1 don't")).toEqual(["O'Brien", 'flat', '12b', 'N1', "don't"]);
  });

  it('tells how a token is written', () => {
    const { shapes } = readText('word Word WORD McArthur GitHub 77a A12');
    expect(Array.from(shapes).slice(0, 7)).toEqual([LOWER, CAPITAL, UPPER, CAPITAL, MIXED, NUMBER, CODE]);
  });

  it('tells what stands before a token', () => {
    const { gaps } = readText('a b, c-d. e\nf\n\ng');
    expect(Array.from(gaps).slice(0, 7)).toEqual([PARAGRAPH, SPACE, COMMA, HYPHEN, STOP, LINE, PARAGRAPH]);
  });

  it('knows words in any letter case and with accents', () => {
    expect(flagsOf('Jürgen') & flag.GIVEN).toBe(flag.GIVEN);
    expect(flagsOf('SMITH') & flag.SURNAME).toBe(flag.SURNAME);
    expect(flagsOf('Rotterdam') & flag.PLACE).toBe(flag.PLACE);
    expect(flagsOf('Settings') & flag.ORDINARY).toBe(flag.ORDINARY);
    expect(flagsOf('Quillonia')).toBe(0);
  });

  it('reads unknown words of a text in small letters as names', () => {
    const { isSmall, shapes } = readText('please ask quillonia for the key');
    expect([isSmall, shapes[2], shapes[5]]).toEqual([true, CAPITAL, LOWER]);
    expect(readText('Please ask quillonia for the key').isSmall).toBe(false);
  });

  it('knows where any word has a capital', () => {
    const reading = readText('One. Two "Three" J. Four Mr. Five, Six');
    const opening = Array.from({ length: reading.count }, (_, index) => opensSentence(reading, index));
    expect(opening).toEqual([true, true, true, true, false, false, false, false]);
  });

  it('covers the text from left to right, whatever it holds', () => {
    const check = fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { count, starts, ends } = readText(text);
      let previous = 0;
      for (let index = 0; index < count; index += 1) {
        expect(starts[index]).toBeGreaterThanOrEqual(previous);
        previous = ends[index] ?? 0;
        expect(previous).toBeGreaterThan(starts[index] ?? 0);
      }
      expect(previous).toBeLessThanOrEqual(text.length);
    });
    fc.assert(check, { numRuns: 300 });
  });
});
