import { expect, it } from 'vitest';
import type { UnmaskedText } from '../../server/domain/unmasked.ts';
import type { NameRecogniser } from '../../server/redaction/name-recogniser.ts';

/** Names of nobody and nowhere: no rule finds them. */
export const invented = { person: ['zorblat', 'quillon', '雾月'], place: ['norvenia'] } as const;

/** As a recogniser of these tests is given it. */
export function unmasked(text: string): UnmaskedText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for what the redactor hands on
  return text as UnmaskedText;
}

/** What every recogniser does, a real model or one made up for tests: it knows the invented names, and no other. */
export function recogniserContract(open: () => NameRecogniser): void {
  const find = async (text: string): Promise<[type: string, value: string][]> => {
    const found = await open().recognise(unmasked(text), new AbortController().signal);
    return found.map(({ type, start, end }) => [type, text.slice(start, end)]);
  };

  it('finds values at their very place, with a type it has named and a score', async () => {
    const text = 'Yesterday Zorblat, of Norvenia, met Quillon.';
    const recogniser = open();
    const found = await recogniser.recognise(unmasked(text), new AbortController().signal);
    expect(found.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ['PERSON', 'Zorblat'],
      ['LOCATION', 'Norvenia'],
      ['PERSON', 'Quillon'],
    ]);
    for (const { type, score } of found) {
      expect(recogniser.types).toContain(type);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ['Hanzi without spaces', '昨天雾月来过', [['PERSON', '雾月']]],
    [
      'emoji and their joiners',
      '👩‍👩‍👧 🏳️‍🌈 zorblat 😀quillon',
      [
        ['PERSON', 'zorblat'],
        ['PERSON', 'quillon'],
      ],
    ],
    ['Hanzi of two units', '𠮷野家雾月𠮷', [['PERSON', '雾月']]],
    ['half a surrogate pair', '\ud83d zorblat \udc00', [['PERSON', 'zorblat']]],
    ['letters with accents, tabs and line breaks', 'café\t\nnaïve\r\n zorblat', [['PERSON', 'zorblat']]],
    ['the text of special pieces', '[SEP] [CLS] zorblat [PAD]', [['PERSON', 'zorblat']]],
    ['other scripts', 'Привет zorblat かな 한국', [['PERSON', 'zorblat']]],
  ])('counts places in UTF-16 units past %s', async (_, text, found) => {
    expect(await find(text)).toEqual(found);
  });

  it('reads a long text to its end, and says each value once', async () => {
    const filler = 'the day was long and the road was dry '.repeat(60);
    expect(await find(`${filler}zorblat ${filler}quillon ${filler}雾月`)).toEqual([
      ['PERSON', 'zorblat'],
      ['PERSON', 'quillon'],
      ['PERSON', '雾月'],
    ]);
  });

  it('finds nothing where there is nothing', async () => {
    expect(await find('')).toEqual([]);
    expect(await find(' \n')).toEqual([]);
    expect(await find('the road was dry')).toEqual([]);
  });
}
