import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Gap, Gaps } from '../../../../server/knowledge/gaps/gaps.ts';
import { openTestFaq, type TestFaq } from '../../../helpers/open-test-faq.ts';

let test: TestFaq;

beforeEach(async () => {
  test = await openTestFaq();
});

afterEach(async () => {
  await test[Symbol.asyncDispose]();
});

interface Asking {
  readonly scope?: readonly string[];
  readonly cause?: 'declined' | 'unsure' | 'disliked';
}

async function miss(
  question: string,
  { scope = ['handbook'], cause = 'declined' }: Asking = {},
): Promise<void> {
  test.gaps.note({ text: await test.mask(question), language: 'en', scope, cause });
  await test.gaps.settled();
}

async function all(gaps: Gaps = test.gaps): Promise<readonly Gap[]> {
  return (await gaps.page({ mayRead: () => true, offset: 0, limit: 99 })).gaps;
}

const question = 'How much does a safe deposit box cost?';

describe('gaps', () => {
  it('are one for all wordings of a question, with its counts', async () => {
    await miss(question);
    await miss('how much does a SAFE deposit box cost');
    await miss('What does a safe deposit box cost?', { cause: 'disliked' });
    await miss('How much does a parking space cost?', { cause: 'unsure' });
    const found = await all();
    expect(found.map(({ question: text, samples, counts }) => ({ text, samples, counts }))).toEqual(
      expect.arrayContaining([
        {
          text: question,
          samples: ['What does a safe deposit box cost?'],
          counts: { declined: 2, unsure: 0, disliked: 1 },
        },
        {
          text: 'How much does a parking space cost?',
          samples: [],
          counts: { declined: 0, unsure: 1, disliked: 0 },
        },
      ]),
    );
    expect(found).toHaveLength(2);
  });

  it('are the same in the same order, whenever the product was started', async () => {
    await miss(question);
    const again = await test.reopenGaps();
    again.note({
      text: await test.mask('What does a safe deposit box cost?'),
      language: 'en',
      scope: ['handbook'],
      cause: 'declined',
    });
    await again.settled();
    expect(await all(again)).toMatchObject([{ question, counts: { declined: 2 } }]);
  });

  it('are apart for other collections, and shown to those only who may read all of them', async () => {
    await miss(question);
    await miss(question, { scope: ['merger', 'handbook'] });
    const mayRead = (scope: readonly string[]): boolean => scope.every((id) => id === 'handbook');
    expect(await test.gaps.page({ mayRead, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      gaps: [{ scope: ['handbook'], counts: { declined: 1 } }],
    });
    expect(await all()).toHaveLength(2);
    await miss(question, { scope: [] });
    expect(await all()).toHaveLength(2);
  });

  it('hold no personal value, and nothing readable on the disk', async () => {
    await miss('Which safe deposit box does Laura Bennett (laura.bennett@example.com) rent?');
    const [gap] = await all();
    expect(gap?.question).toMatch(/\[PERSON\].*\[EMAIL\w*\]/);
    const files = await Promise.all(
      ['app.db', 'app.db-wal'].map((name) => readFile(join(test.directory, name))),
    );
    for (const file of files)
      for (const word of ['Bennett', 'deposit']) expect(file.includes(word)).toBe(false);
  });

  it('open again when an answer did not help, and stay dismissed', async () => {
    await miss(question);
    const [{ id } = { id: '' }] = await all();
    await test.gaps.move(id, 'answered');
    test.at('2026-01-05T00:00:00.000Z');
    await miss(question);
    expect(await all()).toMatchObject([{ state: 'open', reopenedAt: '2026-01-05T00:00:00.000Z' }]);
    await test.gaps.dismiss(id, 'off-topic');
    await miss(question);
    expect(await all()).toMatchObject([
      { state: 'dismissed', dismissal: 'off-topic', counts: { declined: 3 } },
    ]);
  });

  it('have a trend of two weeks', async () => {
    await miss(question);
    test.at('2026-01-08T12:00:00.000Z');
    await miss(question);
    await miss(question);
    expect(await all()).toMatchObject([{ trend: { last: 2, before: 1 } }]);
    test.at('2026-01-20T12:00:00.000Z');
    expect(await all()).toMatchObject([{ trend: { last: 0, before: 2 } }]);
  });

  it('are forgotten half a year after they were asked for last', async () => {
    await miss(question);
    test.at('2026-06-01T00:00:00.000Z');
    await miss('How much does a parking space cost?');
    test.at('2026-07-15T00:00:00.000Z');
    await test.gaps.sweep();
    expect((await all()).map((gap) => gap.question)).toEqual(['How much does a parking space cost?']);
    expect(await test.db.selectFrom('gap_days').select('day').execute()).toEqual([{ day: '2026-06-01' }]);
    await miss(question);
    expect(await all()).toHaveLength(2);
  });
});
