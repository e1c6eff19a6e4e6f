import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import './waiting.css';

/** Between the question and the first word. The status region speaks for it. */
export function Waiting(): ReactNode {
  const { texts } = useLanguage();
  return (
    <p className="waiting">
      <span className="waiting-wall" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {texts.answer.waiting}
    </p>
  );
}
