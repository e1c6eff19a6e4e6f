import { describe, expect, it } from 'vitest';
import { en } from '../../../admin-ui/src/i18n/en.ts';
import { zh } from '../../../admin-ui/src/i18n/zh.ts';

/** Every text with its place; texts with a number in them are called with one. */
function flatten(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(value(3))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => flatten(inner, `${place}.${key}`));
}

/** The same in every language: the product's name. */
const shared = new Set(['.page.title']);

describe('the dictionaries', () => {
  it('have the same places, none of them empty', () => {
    expect(flatten(zh).map(([place]) => place)).toEqual(flatten(en).map(([place]) => place));
    expect([...flatten(en), ...flatten(zh)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say everything in their own language', () => {
    const untranslated = flatten(zh).filter(
      ([place, text]) => !shared.has(place) && !/\p{Script=Han}/u.test(text),
    );
    expect(untranslated).toEqual([]);
    expect(flatten(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
