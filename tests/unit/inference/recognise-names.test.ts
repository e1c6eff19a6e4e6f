import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWords } from '../../../server/inference/hosts/cut-words.ts';
import { frameOf, recogniseNames } from '../../../server/inference/hosts/recognise-names.ts';
import { createReadToken } from '../../../server/inference/hosts/token-labels.ts';
import { cutWindows } from '../../../server/inference/hosts/token-windows.ts';

const never = new AbortController().signal;

describe('words', () => {
  it('are Hanzi, runs of letters and digits, and any other character, at their places', () => {
    const text = "O'Neil😀王𠮷 a1\tcafe\u0301";
    expect(cutWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'O',
      "'",
      'Neil',
      '😀',
      '王',
      '𠮷',
      'a1',
      'cafe\u0301',
    ]);
  });

  it('cover all but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const words = cutWords(text);
        let end = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, word.start).trim()).toBe('');
          end = word.end;
        }
        expect(text.slice(end).trim()).toBe('');
        expect(words.every(({ start, end: stop }) => stop - start <= 128)).toBe(true);
      }),
    );
  });
});

describe('windows', () => {
  it('hold every word, overlap by a quarter, and none is too long', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 20, max: 60 }), (words, most) => {
        const windows = cutWindows(words, most);
        const seen = new Set(
          windows.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
        );
        expect(seen.size).toBe(words.length);
        const tokens = (from: number, to: number): number =>
          words.slice(from, to).reduce((sum, length) => sum + length, 0);
        const overlaps = windows.slice(1).map(({ from }, at) => tokens(from, windows[at]?.to ?? 0));
        expect(windows.every(({ from, to }) => tokens(from, to) <= most)).toBe(true);
        expect(overlaps.every((overlap) => overlap <= most / 4)).toBe(true);
      }),
    );
    const tenShort = Array.from({ length: 10 }, () => 1);
    expect(cutWindows(tenShort, 4)).toEqual([
      { from: 0, to: 4 },
      { from: 3, to: 7 },
      { from: 6, to: 10 },
    ]);
  });
});

describe('labels', () => {
  const SURE = 9;
  const logits = (names: readonly string[], ...sure: readonly string[]): number[] =>
    names.map((name) => (sure.includes(name) ? SURE : 0));

  it.each([
    ['BIO', ['O', 'B-PER', 'I-PER'], 'B-PER', true],
    ['BIO, inside', ['O', 'B-PER', 'I-PER'], 'I-PER', false],
    ['BIOES', ['O', 'B-PER', 'I-PER', 'E-PER', 'S-PER'], 'S-PER', true],
    ['BILOU', ['O', 'B_PER', 'I_PER', 'L_PER', 'U_PER'], 'L_PER', false],
    ['none', ['O', 'PER'], 'PER', false],
  ])('in the scheme %s', (_, names, label, begins) => {
    const read = createReadToken(names, { PER: 'PERSON' }, 0.5);
    expect(read(logits(names, label))).toEqual({ type: 'PERSON', score: expect.closeTo(1, 2), begins });
    expect(read(logits(names, 'O'))).toBeUndefined();
  });

  it('of one type count together, and those that nobody asked for not at all', () => {
    const names = ['O', 'B-PER', 'I-PER', 'DATE'];
    const read = createReadToken(names, { PER: 'PERSON' }, 0.6);
    expect(read(logits(names, 'B-PER', 'I-PER', 'O'))?.score).toBeCloseTo(2 / 3, 2);
    expect(read(logits(names, 'DATE'))).toBeUndefined();
  });

  it('that the model does not have are refused, with those it has', () => {
    expect(() => createReadToken(['O', 'B-PER'], { PERSON: 'PERSON' }, 0.5)).toThrow(
      'The catalogue maps the label PERSON, and the model has none of that name. It has: O, PER.',
    );
  });
});

describe('a text', () => {
  const names = ['O', 'B-PER', 'I-PER'];
  /** One token for each letter; a capital begins a name, `x` goes on with one. Framed by 1 and 2. */
  const classifier = {
    encode: (word: string) => Array.from(word.trim(), (character) => character.codePointAt(0) ?? 0),
    frame: frameOf([1, 97, 2], [97]),
    classify: (tokens: readonly number[]) => {
      expect(tokens[0]).toBe(1);
      expect(tokens.at(-1)).toBe(2);
      return Promise.resolve(
        tokens.map((token) => {
          const character = String.fromCodePoint(token);
          return [0, /[A-Z]/.test(character) ? 9 : -9, character === 'x' ? 9 : -9];
        }),
      );
    },
    contextTokens: 32,
    mostTokens: 1000,
  };
  const read = createReadToken(names, { PER: 'PERSON' }, 0.5);
  const find = async (text: string, changes: Partial<typeof classifier> = {}): Promise<string[]> => {
    const found = await recogniseNames({ ...classifier, ...changes }, read, text, never);
    return (found?.spans ?? []).map(({ start, end }) => text.slice(start, end));
  };

  it('gives a word whole of which one token is found, and names of several words', async () => {
    expect(await find('a maxa b')).toEqual(['maxa']);
    expect(await find('Ab cx d')).toEqual(['Ab cx']);
    expect(await find('Ab Cd')).toEqual(['Ab', 'Cd']);
    expect(await find('Ab\ncx')).toEqual(['Ab', 'cx']);
  });

  it('may hold words longer than a window, and is read to its end', async () => {
    expect(await find(`${'a'.repeat(40)}Xa b`)).toEqual([`${'a'.repeat(40)}Xa`]);
    expect(await find(`${'a'.repeat(70)} ${'b '.repeat(50)}Cd ${'a'.repeat(40)}X`)).toEqual([
      'Cd',
      `${'a'.repeat(40)}X`,
    ]);
  });

  it('of too many tokens is refused', async () => {
    await expect(find('abcde', { mostTokens: 4 })).rejects.toMatchObject({ reason: 'context' });
  });

  it('that nobody waits for any more is left', async () => {
    const signal = AbortSignal.abort();
    expect(await recogniseNames(classifier, read, 'Ab', signal)).toBeUndefined();
  });
});
