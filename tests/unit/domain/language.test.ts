import { expect, it } from 'vitest';
import { type Language, languageOf } from '../../../server/domain/language.ts';

it.each<[string, Language]>([
  ['How many days?', 'en'],
  ['年假有几天？', 'zh'],
  ['请问 Visa Gold 卡的年费是多少', 'zh'],
  ['What does 年假 mean in the handbook?', 'en'],
  ['[CN_RESIDENT_ID_3K] [PERSON_4M] 年假几天？', 'zh'],
  ['[PERSON_4M] [PERSON_5N] 您好', 'zh'],
  ['Привет, как дела 你好', 'en'],
  ['2024-01-01', 'en'],
  ['', 'en'],
])('%j is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

it('takes millions of characters', () => {
  expect(languageOf('年假'.repeat(1_000_000))).toBe('zh');
});
