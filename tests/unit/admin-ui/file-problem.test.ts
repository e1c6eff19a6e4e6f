import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileProblemOf } from '../../../admin-ui/src/data/file-problem.ts';

const folder = 'server/knowledge/parsers';

/** Every sentence in the parsers that says what is wrong with a file. */
const reasons = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .flatMap((source) =>
    Array.from(source.matchAll(/['`]((?:The|This) [^'`]{8,}\.)['`]/g), (match) => match[1] ?? ''),
  )
  .filter((reason) => /file|PDF|document|archive/i.test(reason) && !/parser thread/.test(reason));

describe('what is wrong with a file', () => {
  it('is found in the parsers', () => expect(reasons.length).toBeGreaterThan(10));

  it.each(reasons)('“%s” is said in the language of the page', (reason) => {
    expect(fileProblemOf(reason)).toBeDefined();
  });

  it('is left in the server’s words when they are unknown', () => {
    expect(fileProblemOf('The moon is full.')).toBeUndefined();
  });
});
