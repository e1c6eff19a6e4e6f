import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkBlocks } from '../../../server/knowledge/chunk-blocks.ts';
import { splitSentences } from '../../../server/knowledge/sentences.ts';

const sentence = fc
  .tuple(
    fc.array(fc.constantFrom('leave', 'days', 'card', 'is', 'fee', '年假', '五天', '3.5'), {
      minLength: 1,
      maxLength: 60,
    }),
    fc.constantFrom('.', '。', '?', '\n'),
  )
  .map(([words, end]) => `${words.join(' ')}${end}`);
const block = fc.record({
  location: fc.constantFrom('', 'A', 'A › B'),
  text: fc.array(sentence, { minLength: 1, maxLength: 40 }).map((list) => list.join(' ')),
});
const withoutSpace = (text: string): string => text.replaceAll(/\s+/gu, '');

test('nothing is lost, every chunk stands in its block, and no sentence is split', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const chunks = chunkBlocks(blocks);
      expect(withoutSpace(chunks.map((chunk) => chunk.text).join(''))).toBe(
        withoutSpace(blocks.map((item) => item.text).join('')),
      );
      expect(chunks.flatMap((chunk) => splitSentences(chunk.text))).toEqual(
        blocks.flatMap((item) => splitSentences(item.text)),
      );
      for (const chunk of chunks) {
        expect(
          blocks.some((item) => item.location === chunk.location && item.text.includes(chunk.text)),
        ).toBe(true);
      }
    }),
  );
});

test('chunks of many sentences are 500 to 800 characters long', () => {
  const text = Array.from({ length: 60 }, (_, at) => `Rule number ${at} of this handbook is short.`).join(
    ' ',
  );
  const chunks = chunkBlocks([{ location: '', text }]);
  for (const chunk of chunks.slice(0, -1)) {
    expect(chunk.text.length).toBeGreaterThanOrEqual(500);
    expect(chunk.text.length).toBeLessThanOrEqual(800);
  }
});

test('a question stays with the sentence that answers it', () => {
  const filler = 'x'.repeat(480);
  const [first] = chunkBlocks([
    { location: '', text: `${filler}\nCan I pay in coins?\nCoins are accepted.` },
  ]);
  expect(first?.text.endsWith('Coins are accepted.')).toBe(true);
});

test('a sentence too long for the embedder is cut, and no character is broken', () => {
  const chunks = chunkBlocks([{ location: '', text: '🙂'.repeat(3000) }]);
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.map((chunk) => chunk.text).join('')).toBe('🙂'.repeat(3000));
  expect(chunks.every((chunk) => chunk.text.length <= 1600 && !/\p{Cs}/u.test(chunk.text))).toBe(true);
});

test('a sentence of a megabyte is cut, and nothing of it is lost', () => {
  // Initials do not end a sentence, so this is one.
  const text = 'A. '.repeat(350_000).trim();
  const chunks = chunkBlocks([{ location: '', text }]);
  expect(withoutSpace(chunks.map((chunk) => chunk.text).join(''))).toBe(withoutSpace(text));
});
