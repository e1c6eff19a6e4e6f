import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { redaction } from '../../i18n/redaction.ts';

/** The name of a country in the language of the page; `*` stands for all of them. */
export function useRegionName(): (locale: string) => string {
  const t = useTexts(redaction);
  const { tag } = useLanguage();
  const names = new Intl.DisplayNames(tag, { type: 'region' });
  return (locale) => (locale === '*' ? t.everywhere : (names.of(locale) ?? locale));
}
