import { withoutPlaceholders } from './placeholder.ts';

/** Languages that the product reads and answers in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const hanCharacter = /\p{Script=Han}/gu;
const otherWord = /(?:(?!\p{Script=Han})\p{L})+/gu;

/**
 * The language of a text, masked or not: Chinese when it has more Han characters than words of other letters, as a Han
 * character says about as much as an English word. English when it has neither.
 */
export function languageOf(text: string): Language {
  const words = withoutPlaceholders(text);
  return count(words, hanCharacter) > count(words, otherWord) ? 'zh' : 'en';
}

/** Counts without gathering the matches: a document has millions. */
function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
