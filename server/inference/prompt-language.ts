import type { PromptLanguage } from './prompt-files.ts';

/** The language a text is written in: Chinese when it has more Han characters than words in letters. */
export function languageOf(text: string): PromptLanguage {
  const withoutPlaceholders = text.replace(/\[[A-Z_]+_[0-9A-Z]+\]/g, ' ');
  const han = withoutPlaceholders.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = withoutPlaceholders.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}
