import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../admin-ui/src/i18n/en.ts';
import { zh } from '../../../admin-ui/src/i18n/zh.ts';

/** Every text with its place; texts with gaps are called with threes. */
function flatten(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(value(3, '3', '3'))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => flatten(inner, `${place}.${key}`));
}

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
    const chosen = /^\.(?:kinds|failures)\./;
    const unused = flatten(en)
      .map(([place]) => place)
      .filter((place) => !chosen.test(place) && !new RegExp(`\\b${place.slice(1)}\\b`).test(page));
    expect(unused).toEqual([]);
  });

  it('say everything in their own language', () => {
    const untranslated = flatten(zh).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    expect(untranslated).toEqual([]);
    expect(flatten(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

const areas = readdirSync('admin-ui/src/i18n').filter(
  (name) =>
    /^[a-z-]+\.ts$/.test(name) && !['en.ts', 'zh.ts', 'define-texts.ts', 'use-format.ts'].includes(name),
);

/** What is written alike in both languages: names of formats, units and products. */
const alike = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]{0,24}$/u;

describe.each(areas)('the texts of %s', async (name) => {
  const module: Readonly<Record<string, unknown>> = await import(`../../../admin-ui/src/i18n/${name}`);
  const texts = Object.values(module).filter(
    (value): value is { en: object; zh: object } =>
      typeof value === 'object' && value !== null && 'en' in value && 'zh' in value,
  );

  it('are there', () => expect(texts.length).toBeGreaterThan(0));

  it.each(texts)(
    'have the same places in both languages, none of them empty',
    ({ en: english, zh: chinese }) => {
      expect(flatten(chinese).map(([place]) => place)).toEqual(flatten(english).map(([place]) => place));
      expect([...flatten(english), ...flatten(chinese)].filter(([, text]) => text.trim() === '')).toEqual([]);
    },
  );

  it.each(texts)('say everything in their own language', ({ en: english, zh: chinese }) => {
    const untranslated = flatten(chinese).filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && !alike.test(text),
    );
    expect(untranslated).toEqual([]);
    expect(flatten(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
