import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { keepChoice, readChoice } from '../state/stored-choice.ts';
import { type Dictionary, en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'en' | 'zh';

interface LanguageChoice {
  readonly language: Language;
  readonly texts: Dictionary;
  readonly choose: (language: Language) => void;
}

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, zh };

/** BCP 47 tags for the `lang` attribute. */
const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const LanguageContext = createContext<LanguageChoice>({ language: 'en', texts: en, choose: () => undefined });

/** Gives the page its language: the one chosen before, else the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(
    () => parseLanguage(readChoice('language')) ?? ofBrowser(),
  );
  const texts = dictionaries[language];

  useEffect(() => {
    document.documentElement.lang = tags[language];
    document.title = texts.page.title;
  }, [language, texts]);

  const choose = (next: Language): void => {
    setLanguage(next);
    keepChoice('language', next);
  };
  return <LanguageContext value={{ language, texts, choose }}>{children}</LanguageContext>;
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
