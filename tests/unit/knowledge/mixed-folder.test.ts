import { expect, test } from 'vitest';
import { createParserPool, defaultParserLimits } from '../../../server/knowledge/parsers/parser-pool.ts';
import { badFiles } from '../../helpers/mixed-folder/bad-files.ts';
import { goodFiles } from '../../helpers/mixed-folder/good-files.ts';
import { squeezed } from '../../helpers/mixed-folder/find-sentences.ts';

/** `npm run eval:formats` does the same on disk, through the command line, with scans and with search. */
test('a folder of every format, damaged and hostile files between them: all sentences are read, all bad files told', async () => {
  await using pool = createParserPool(defaultParserLimits);
  const good = goodFiles();
  const bad = badFiles();
  const lost: string[] = [];
  for (const { path, bytes, sentences } of good) {
    const { chunks } = await pool.read(path, bytes);
    const text = squeezed(chunks.map((chunk) => chunk.text).join('\n'));
    lost.push(
      ...sentences.filter((sentence) => !text.includes(squeezed(sentence))).map((line) => `${path}: ${line}`),
    );
  }
  expect(lost).toEqual([]);
  expect(good.length).toBeGreaterThanOrEqual(50);
  for (const { path, bytes, problems } of bad) {
    const told = await pool.read(path, bytes).then(
      ({ chunks }) => `read: ${chunks.length} chunks`,
      (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : String(error)),
    );
    expect(problems, path).toContain(told);
  }
});
