import { describe, expect, test } from 'vitest';
import type { MaskedText } from '../../../server/domain/masked.ts';
import type { Message } from '../../../server/domain/message.ts';
import { isFollowUp } from '../../../server/knowledge/follow-up.ts';
import { resolveQuestion } from '../../../server/knowledge/resolve-question.ts';
import { createRedactor } from '../../../server/redaction/redactor.ts';
import { loadMaskProfiles } from '../../../server/redaction/mask-profile.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { readConversations } from '../../../scripts/search-lab/conversation-set.ts';

const vault = createRedactor({
  profiles: loadMaskProfiles('policies/redaction'),
  random: systemRandom,
}).openVault('baseline');

async function conversation(...asked: readonly string[]): Promise<Message<MaskedText>[]> {
  const messages: Message<MaskedText>[] = [];
  for (const text of asked) {
    messages.push({ role: 'user', content: await vault.mask(text) });
    messages.push({ role: 'assistant', content: await vault.mask('It is so. [1]') });
  }
  return messages;
}

describe('a follow-up', () => {
  test.each([
    'And for business customers?',
    'What about the Platinum card?',
    'When do those expire?',
    'Is it reduced when breakfast is included?',
    'At a branch?',
    '那费用呢？',
    '它的有效期是多久？',
    '怎样可以免收？',
  ])('is %j', (text) => {
    expect(isFollowUp(text)).toBe(true);
  });

  test.each([
    'How do I activate my card before I use it?',
    'What is the annual fee of the Gold credit card?',
    'My new card has not arrived yet, where is it?',
    '信用卡金卡的年费是多少？',
    '员工结婚可以休几天婚假？',
  ])('is not %j', (text) => {
    expect(isFollowUp(text)).toBe(false);
  });

  test('is never one of the sample questions, which stand for themselves', async () => {
    const first = readConversations().flatMap(({ turns }) => turns.slice(0, 1));
    expect(first.filter(isFollowUp)).toEqual([]);
  });
});

describe('the question of a conversation', () => {
  test('gets the one that it continues put before it', async () => {
    const { own, antecedent, whole } = resolveQuestion(
      await conversation('What does an international transfer cost online?', 'And at a branch?'),
    );
    expect(own).toBe('And at a branch?');
    expect(antecedent).toBe('What does an international transfer cost online?');
    expect(whole).toBe('What does an international transfer cost online? And at a branch?');
  });

  test('reaches two questions back, and no further than the first that stands for itself', async () => {
    const asked = ['How long is parental leave for fathers?', 'And for mothers?', 'Is it paid?'];
    expect(
      resolveQuestion(await conversation('What is the hotel limit in cities?', ...asked)).antecedent,
    ).toBe('How long is parental leave for fathers? And for mothers?');
  });

  test('stays as it is when it stands for itself, when it is the first, and when there is none', async () => {
    const alone = 'What is the hotel limit on business trips?';
    expect(resolveQuestion(await conversation('How long is parental leave?', alone)).whole).toBe(alone);
    expect(resolveQuestion(await conversation('And at a branch?')).antecedent).toBeUndefined();
    expect(resolveQuestion([]).whole).toBe('');
  });
});
