import { expect, test } from 'vitest';
import { createParserPool } from '../../../server/knowledge/parsers/parser-pool.ts';

test('smoke', async () => {
  await using pool = createParserPool();
  const parsed = await pool.parse('a.md', Buffer.from('# A\n\ntext'));
  expect(parsed.title).toBe('A');
});
