import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createParserPool, defaultParserLimits } from '../../../server/knowledge/parsers/parser-pool.ts';

const refused = { code: 'ERR_KNOWLEDGE_FORMAT', status: 422 };

test('one thread reads many files, one after the other, and a bad one does not harm the next', async () => {
  await using pool = createParserPool();
  const [first, bad, pdf, last] = await Promise.allSettled([
    pool.read('a.md', Buffer.from('# A\n\ntext')),
    pool.read('b.docx', Buffer.from('PK\u0003\u0004 broken')),
    pool.read(
      'c.pdf',
      readFileSync(new URL('../../../samples/knowledge/en/fee-schedule.pdf', import.meta.url)),
    ),
    pool.read('d.txt', Buffer.from('one line')),
  ]);
  expect(first).toMatchObject({ status: 'fulfilled', value: { title: 'A', format: 'markdown' } });
  expect(bad).toMatchObject({ status: 'rejected', reason: refused });
  expect(pdf).toMatchObject({ status: 'fulfilled', value: { format: 'pdf' } });
  expect(last).toMatchObject({
    status: 'fulfilled',
    value: { language: 'en', chunks: [{ text: 'one line' }] },
  });
});

test('a file over the time limit is given up, and the next one gets a new thread', async () => {
  await using pool = createParserPool({ ...defaultParserLimits, milliseconds: 1000 });
  await expect(pool.read('slow.md', Buffer.alloc(20_000_000, '*a_b '))).rejects.toThrow(
    /longer than 1000 ms/u,
  );
  await expect(pool.read('a.md', Buffer.from('# A\n\ntext'))).resolves.toMatchObject({ title: 'A' });
});

test('a file that needs more memory than the thread may have is given up', async () => {
  await using pool = createParserPool({ ...defaultParserLimits, heapMib: 24 });
  const many = Buffer.from('<p>a</p>'.repeat(2_000_000));
  await expect(pool.read('big.html', many)).rejects.toMatchObject(refused);
  await expect(pool.read('a.md', Buffer.from('# A\n\ntext'))).resolves.toMatchObject({ title: 'A' });
});

test('a file over the size limit is not even sent', async () => {
  await using pool = createParserPool({ ...defaultParserLimits, inputBytes: 10 });
  await expect(pool.read('a.md', Buffer.alloc(11, 'a'))).rejects.toMatchObject(refused);
});
