import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';
import { maskedQuestion } from '../../helpers/masked-question.ts';

const handbook =
  '# 年假办法\n\n全职员工每年有十五天带薪年假。\n\n# Leave\n\nStaff get fifteen days of leave.\n';
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

/** Han characters of which hardly two stand together twice. */
function manyHan(length: number): string {
  let state = 1;
  const next = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  };
  return Array.from({ length }, next).join('');
}

const asked = '全职员工每年有几天带薪年假？';
const answer = '全职员工每年有十五天带薪年假。';

describe.each([
  ['200,000 Han characters after what is asked', `${asked}${manyHan(200_000)}`, undefined],
  ['200,000 Han characters that ask nothing', manyHan(200_000), undefined],
  ['one sentence 40,000 times', asked.repeat(40_000), answer],
  [
    '100,000 English words',
    `How many days of leave do staff get? ${'lorem17 ipsum5 dolor '.repeat(33_000)}`,
    'Staff get fifteen days of leave.',
  ],
])('a message of %s', (_, text, sentence) => {
  test('is searched for', async () => {
    const query = { text, collections: ['handbook'], limit: 5, mode: 'hybrid' } as const;
    await expect(store.knowledge.search(query)).resolves.toBeInstanceOf(Array);
  });

  test('is grounded', async () => {
    const { evidence, strength } = await store.knowledge.ground(await maskedQuestion(text, ['handbook']));
    expect(strength === 'strong' ? evidence[0]?.sentence : undefined).toBe(sentence);
  });
});
