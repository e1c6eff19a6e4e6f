import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPlaceholders } from '../../../admin-ui/src/data/text-pieces.ts';
import { placeholdersIn, withoutPlaceholders } from '../../../server/domain/placeholder.ts';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import { createPlaceholderFormat, MAX_FORMS, MAX_NUMBER } from '../../../server/redaction/placeholder.ts';

const labels = [...new Set(builtInCatalog().types.map(({ label }) => label))];
const placeholders = fc
  .tuple(
    fc.constantFrom(...labels),
    fc.integer({ min: 1, max: MAX_NUMBER }),
    fc.integer({ min: 0, max: MAX_FORMS - 1 }),
    fc.uint8Array({ minLength: 32, maxLength: 32 }),
  )
  .map(([label, number, form, key]) => createPlaceholderFormat(Buffer.from(key))(label, number, form).text);
const around = fc.string().filter((text) => !/[[\]]/.test(text));

describe('placeholders in a masked text', () => {
  it('are every one that a vault can write, whatever stands around them', () => {
    fc.assert(
      fc.property(around, placeholders, around, placeholders, (before, first, between, second) => {
        const text = `${before}${first}${between}${second}`;
        expect(placeholdersIn(text)).toEqual([first, second]);
        expect(withoutPlaceholders(text)).toBe(`${before} ${between} `);
      }),
    );
  });

  it('are set apart by the UI where the server finds them', () => {
    fc.assert(
      fc.property(around, placeholders, (before, placeholder) => {
        const pieces = splitPlaceholders(`${before}${placeholder}`);
        expect(pieces.filter(({ kind }) => kind === 'placeholder')).toEqual([
          { kind: 'placeholder', text: placeholder },
        ]);
      }),
    );
  });

  it.each(['[1]', '[12]', '[A]', '[PERSON]', '[PERSON_]', '[PERSON_K3]', '[person_3K]', '[_3K]', ''])(
    'are not %j',
    (text) => {
      expect(placeholdersIn(text)).toEqual([]);
      expect(splitPlaceholders(text).every(({ kind }) => kind === 'text')).toBe(true);
    },
  );

  it.each(['[PERSON_3]', '[EMAIL_2]'])('are also %j: a model forgot its check letter', (text) => {
    expect(placeholdersIn(text)).toEqual([text]);
  });
});
