import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maskedQuestion } from '../../helpers/masked-question.ts';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';

/** Every citation that can be shown quotes its document: word for word, at the chunk and place that it names. */
let store: TestKnowledge;

beforeAll(async () => {
  store = await openTestKnowledge();
  await store.knowledge.createCollection({
    id: 'law',
    name: 'Law',
    classification: 'internal',
    readers: [],
  });
});

afterAll(() => store[Symbol.asyncDispose]());

const piece = fc.constantFrom(
  'The fee for a transfer is 5 dollars.',
  '转账手续费为5元。',
  'Fees\u00A0are   due; write to anna@bank.example!',
  '**Note** [link](https://a.example/x) <b>bold</b>',
  'A\u200Bfee ﬁne ½ “quoted”… ',
  '费用：见表（二）【1】',
  '# Fees\n',
  '\n\n',
  ' ',
  '\t',
  'Call +1 202 555 0134 about the fee. ',
  '[PERSON_3K] pays the fee.',
  '𠮷🙂 fee? ',
  `${'long fee text '.repeat(150)}.`,
);

test('every piece of evidence is a part of the stored text at its place', async () => {
  const { knowledge } = store;
  let quoted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('fees.txt', 'fees.md'),
      async (pieces, source) => {
        const bytes = Buffer.from(pieces.join(''));
        await knowledge.importDocument({ collection: 'law', source, bytes });
        const { evidence, vault } = await knowledge.ground(
          await maskedQuestion('What fee is due? 转账手续费是多少？', ['law']),
        );
        for (const { chunk, document, location, sentence } of evidence) {
          const { chunks } = await knowledge.chunks({ document, from: 0, limit: 200 });
          const stored = chunks.find(({ id }) => id === chunk);
          expect(stored?.text).toContain(vault.restore(sentence));
          expect(stored?.location).toBe(vault.restore(location));
          quoted += 1;
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(quoted).toBeGreaterThan(40);
});
