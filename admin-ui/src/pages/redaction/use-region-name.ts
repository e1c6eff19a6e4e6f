import { useMemo } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { redaction } from '../../i18n/redaction.ts';

/** ISO 3166: a country, or a country and one of its parts. Everything else is a vendor. */
const region = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?$/;

/** The country of a rule's locale; undefined for a vendor and for everywhere. */
export function countryOf(locale: string): string | undefined {
  return region.exec(locale)?.[1];
}

/** Whether a place is a country or everywhere, and no vendor. */
export function isRegion(place: string): boolean {
  return place === '*' || countryOf(place) !== undefined;
}

/** `CN` in the language of the page, `US-CA` with its part, a vendor by its own name; `*` stands for everywhere. */
export function useRegionName(): (locale: string) => string {
  const t = useTexts(redaction);
  const { tag } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(tag, { type: 'region' });
    return (locale) => {
      if (locale === '*') return t.everywhere;
      const [, country, part] = region.exec(locale) ?? [];
      if (country === undefined) return locale;
      const name = names.of(country) ?? country;
      return part === undefined ? name : `${name} · ${part}`;
    };
  }, [t, tag]);
}
