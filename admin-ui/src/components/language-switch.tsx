import type { ReactNode } from 'react';
import { type Language, useLanguage } from '../i18n/language.tsx';
import './language-switch.css';

/** Each language is named in its own words, so that it is found by those who read no other. */
const options: readonly { readonly id: Language; readonly name: string; readonly tag: string }[] = [
  { id: 'en', name: 'EN', tag: 'en' },
  { id: 'zh', name: '中文', tag: 'zh-CN' },
];

export function LanguageSwitch(): ReactNode {
  const { language, texts, choose } = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label={texts.page.language}>
      {options.map(({ id, name, tag }) => (
        <button key={id} type="button" lang={tag} aria-pressed={language === id} onClick={() => choose(id)}>
          {name}
        </button>
      ))}
    </div>
  );
}
