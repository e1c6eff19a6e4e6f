import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineSplitter } from '../../../server/util/json-lines.ts';

it('gives back every JSON line however the bytes are cut, also with U+2028 and half characters', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\u2028\u2029', '年😀', 'a\nb\r\n'),
  );
  fc.assert(
    fc.property(fc.array(value), fc.integer({ min: 1, max: 7 }), (values, size) => {
      const lines: unknown[] = [];
      const split = createLineSplitter((line) => lines.push(JSON.parse(line)));
      const bytes = Buffer.from(values.map((item) => `${JSON.stringify(item)}\n`).join(''));
      for (let start = 0; start < bytes.length; start += size) split(bytes.subarray(start, start + size));
      expect(lines).toEqual(values);
    }),
  );
});

it('keeps an unfinished line back', () => {
  const lines: string[] = [];
  const split = createLineSplitter((line) => lines.push(line));
  split(Buffer.from('one\n\ntw'));
  expect(lines).toEqual(['one']);
  split(Buffer.from('o\n'));
  expect(lines).toEqual(['one', 'two']);
});
