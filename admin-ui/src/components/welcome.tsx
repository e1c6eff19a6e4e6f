import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import './welcome.css';

export function Welcome(): ReactNode {
  const { texts } = useLanguage();
  return (
    <div className="welcome">
      <h1>{texts.ask.heading}</h1>
      <p className="soft">{texts.ask.lead}</p>
    </div>
  );
}
