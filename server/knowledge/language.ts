export type TextLanguage = 'en' | 'zh';

const HAN_PER_LETTER = 0.2;

/** Chinese when at least a fifth of the letters are Han: a Han character says about as much as an English word. */
export function languageOf(text: string): TextLanguage {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && han / letters >= HAN_PER_LETTER ? 'zh' : 'en';
}
