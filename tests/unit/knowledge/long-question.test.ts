import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';
import { maskedQuestion } from '../../helpers/masked-question.ts';

const handbook = '# 年假办法\n\n全职员工每年有十五天带薪年假。\n\n# Leave\n\nStaff get fifteen days of leave.\n';
let store: TestKnowledge;

beforeAll(async () => {
  store = await openTestKnowledge();
  await store.knowledge.createCollection({
    id: 'handbook',
    name: 'Handbook',
    classification: 'internal',
    readers: [],
  });
  const bytes = Buffer.from(handbook);
  await store.knowledge.importDocument({ collection: 'handbook', source: 'leave.md', bytes });
});

afterAll(() => store[Symbol.asyncDispose]());

/** Han characters in an order that hardly repeats. */
function manyHan(length: number): string {
  return Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919 + at ** 2) % 20_000))).join('');
}

describe.each([
  ['200,000 different Han characters', `全职员工每年有几天年假？${manyHan(200_000)}`],
  ['200,000 Han characters and no question', manyHan(200_000)],
  ['one sentence 40,000 times', '全职员工每年有几天年假？'.repeat(40_000)],
  ['100,000 English words', `How many days of leave do staff get? ${'lorem17 ipsum5 dolor '.repeat(33_000)}`],
])('a question of %s', (_, text) => {
  test('is searched for', async () => {
    const query = { text, collections: ['handbook'], limit: 5, mode: 'hybrid' } as const;
    expect((await store.knowledge.search(query)).length).toBeGreaterThan(0);
  });

  test('is grounded', async () => {
    const grounded = await store.knowledge.ground(maskedQuestion(text, ['handbook']));
    expect(grounded.evidence.length).toBeGreaterThanOrEqual(0);
  });
});
