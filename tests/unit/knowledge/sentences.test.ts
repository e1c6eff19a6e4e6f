import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../server/knowledge/sentences.ts';

describe('splits', () => {
  test.each<[string, readonly string[]]>([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['It costs 2.50 dollars. Pay now.', ['It costs 2.50 dollars.', 'Pay now.']],
    ['Ask Dr. Smith, e.g. by mail. He knows.', ['Ask Dr. Smith, e.g. by mail.', 'He knows.']],
    ['The U.S. Office is closed. Call J. Doe.', ['The U.S. Office is closed.', 'Call J. Doe.']],
    ['See No. 5 of the list. Done.', ['See No. 5 of the list.', 'Done.']],
    ['1. Open the app.\n2. Sign in.', ['1. Open the app.', '2. Sign in.']],
    ['第一句。第二句！第三句？', ['第一句。', '第二句！', '第三句？']],
    ['按年计息；到期支取。', ['按年计息；', '到期支取。']],
    ['他说：“可以。”然后离开。', ['他说：“可以。”', '然后离开。']],
    ['利率为1.80%。期限一年。', ['利率为1.80%。', '期限一年。']],
    ['Five days. [1] Ten days [2].', ['Five days. [1]', 'Ten days [2].']],
    ['五天。[1]十天。[2]', ['五天。[1]', '十天。[2]']],
    ['Five days. [1][2] Ten', ['Five days. [1][2]', 'Ten']],
    ['Five days. [', ['Five days. [']],
    ['Five days. [1', ['Five days. [1']],
    ['Five days.[PERSON_3K] pays.(Late.) Ten.', ['Five days.', '[PERSON_3K] pays.', '(Late.)', 'Ten.']],
    ['Five days.[1] Ten days.', ['Five days.[1]', 'Ten days.']],
    ['[1] says five days.', ['[1] says five days.']],
    ['', []],
    [' \n \n', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

const pieces = fc.constantFrom(
  'Dr.',
  'a',
  '。',
  '！',
  '.',
  ' ',
  '\n',
  '[1]',
  '5',
  '；',
  '”',
  'Zoo',
  '元',
  'e.g.',
  '?',
  '🙂',
);

test('every sentence stands in the text as it is, in order, and only white space lies between them', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces).map((list) => list.join('')),
      ),
      (text) => {
        let rest = text;
        for (const sentence of splitSentences(text)) {
          const at = rest.indexOf(sentence);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(rest.slice(0, at).trim()).toBe('');
          expect(sentence).toBe(sentence.trim());
          rest = rest.slice(at + sentence.length);
        }
        expect(rest.trim()).toBe('');
      },
    ),
  );
});

test('a line far longer than a window is split as a short one is', () => {
  const line = 'Leave is asked for in the tool. Ask Dr. Smith first. 年假十天。'.repeat(400);
  expect(splitSentences(line)).toEqual(
    Array.from({ length: 400 }, () => [
      'Leave is asked for in the tool.',
      'Ask Dr. Smith first.',
      '年假十天。',
    ]).flat(),
  );
});
