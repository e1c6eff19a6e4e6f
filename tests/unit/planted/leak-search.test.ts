import { describe, expect, it } from 'vitest';
import { LeakSearch } from '../../helpers/planted/leak-search.ts';
import { createPlanter } from '../../helpers/planted/values.ts';

const card = {
  type: 'CREDIT_CARD',
  plain: '4539876543210129',
  written: '4539 8765 4321 0129',
  sentence: '',
  place: 'x',
};
const name = { type: 'CN_PERSON_NAME', plain: '王晟睿', written: '王晟睿', sentence: '', place: 'y' };

function find(text: string): string[] {
  const search = new LeakSearch();
  for (const planted of [card, name]) search.add(planted);
  return search.find(text, 'there').map(({ place }) => place);
}

describe('a leak', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  it.each([
    ['as it was written', 'pay 4539 8765 4321 0129 now', 'x'],
    ['without separators', 'pay4539876543210129now', 'x'],
    ['with its ends masked', '[CARD_1X]398765432101[CARD_2X]', 'x'],
    ['in Base64 at the start of a text', base64('4539876543210129 now'), 'x'],
    ['in Base64 after one character', base64(':4539876543210129 now'), 'x'],
    ['in Base64 after two characters', base64('::4539876543210129'), 'x'],
    ['in percent-encoding', `?q=${encodeURIComponent('王晟睿')}`, 'y'],
    ['in JSON escapes', String.raw`{"name":"\u738b\u665f\u777f"}`, 'y'],
    ['between other Hanzi', '客户王晟睿来过', 'y'],
  ])('is found %s', (_how, text, place) => {
    expect(find(text)).toEqual([place]);
  });

  it('is none in a placeholder, in a few of its digits or in another name', () => {
    expect(find('pay [CARD_1X] ending in 0129 for 王晟')).toEqual([]);
  });
});

describe('planted values', () => {
  it('are each another one, and their own sentence gives them away', () => {
    const plant = createPlanter(1);
    const values = Array.from({ length: 500 }, plant);
    expect(new Set(values.map(({ plain }) => plain)).size).toBe(values.length);
    for (const value of values) {
      const search = new LeakSearch();
      search.add({ ...value, place: 'x' });
      expect(search.find(value.sentence, 'sentence')).toHaveLength(1);
    }
  });
});
