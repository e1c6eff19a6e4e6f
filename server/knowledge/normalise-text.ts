import { foldChinese } from './fold-chinese.ts';

const accented = /[\u00C0-\u024F\u1E00-\u1EFF]|\p{Mn}/u;
const latinMarks = /(?<=\p{Script=Latin})\p{Mn}+/gu;

/**
 * The form in which texts and questions are matched and embedded: full-width forms as plain ones (Unicode NFKC), Latin
 * letters without accents, traditional Chinese as simplified. What is quoted stays as it was written.
 */
export function normaliseText(text: string): string {
  return foldChinese(withoutAccents(text.normalize('NFKC')));
}

function withoutAccents(text: string): string {
  return accented.test(text) ? text.normalize('NFD').replaceAll(latinMarks, '').normalize('NFC') : text;
}
