import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';

/** The name of a document's language; its code for one that the product does not read. */
export function useLanguageName(): (language: string) => string {
  const names: Readonly<Record<string, string>> = useTexts(documents).languages;
  return (language) => names[language] ?? language;
}
