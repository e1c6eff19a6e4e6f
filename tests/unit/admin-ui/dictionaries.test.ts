import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Every source file of the page but the dictionaries, as one text. */
function readSources(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(?:en|zh)\.ts$/.test(name))
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('\n');
}

describe('the dictionaries', () => {
  it('have the same places, none of them empty', () => {
    expect(flatten(zh).map(([place]) => place)).toEqual(flatten(en).map(([place]) => place));
    expect([...flatten(en), ...flatten(zh)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have no text that no part of the page shows', () => {
    const page = readSources('admin-ui/src');
    // These are chosen by what the server says, and the compiler holds them to be complete.
    const chosen = /^\.(?:decisions|kinds|failures|samples)\./;
    const unused = flatten(en)
      .map(([place]) => place)
      .filter((place) => !chosen.test(place) && !new RegExp(`\\b${place.slice(1)}\\b`).test(page));
    expect(unused).toEqual([]);
  });

  it('say everything in their own language', () => {
    const untranslated = flatten(zh).filter(
      ([place, text]) => !shared.has(place) && !/\p{Script=Han}/u.test(text),
    );
    expect(untranslated).toEqual([]);
    expect(flatten(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
