import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { keepChoice, readChoice } from '../state/stored-choice.ts';
import { type Dictionary, en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'en' | 'zh';

interface LanguageChoice {
  readonly language: Language;
  /** BCP 47. */
  readonly tag: string;
  readonly texts: Dictionary;
  readonly choose: (language: Language) => void;
}

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, zh };

/** BCP 47 tags for the `lang` attribute. */
const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const LanguageContext = createContext<LanguageChoice>({
  language: 'en',
  tag: 'en',
  texts: en,
  choose: () => undefined,
});

/** Gives the page its language: the one chosen before, else the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(
    () => parseLanguage(readChoice('language')) ?? ofBrowser(),
  );
  const texts = dictionaries[language];

  useEffect(() => {
    document.documentElement.lang = tags[language];
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      tag: tags[language],
      texts,
      choose: (next: Language): void => {
        setLanguage(next);
        keepChoice('language', next);
      },
    }),
    [language, texts],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

function parseLanguage(value: string | undefined): Language | undefined {
  return value === 'en' || value === 'zh' ? value : undefined;
}

function ofBrowser(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
