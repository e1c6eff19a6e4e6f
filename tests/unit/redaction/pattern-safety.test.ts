import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { listPatterns } from '../../../scripts/eval-redaction/list-patterns.ts';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';

// `npm run eval:patterns` takes all of them; here are those that are searched for in the whole text.
const searched = listPatterns(builtInCatalog().rules.filter(({ kind }) => kind === 'pattern'));
const MOST_MILLISECONDS = 800;

describe('patterns that are searched for in the whole text', () => {
  it('reports a pattern that backtracks without bound', async () => {
    expect((await check('^(\\w+\\s?)*$', '', { timeout: MOST_MILLISECONDS })).status).toBe('vulnerable');
  });

  it.each(searched)('$rule does not backtrack super-linearly', async ({ source, flags }) => {
    expect((await check(source, flags, { timeout: MOST_MILLISECONDS })).status).not.toBe('vulnerable');
  });
});
