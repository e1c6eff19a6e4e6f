import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './samples.css';

/** Questions to start with. Picking one fills the box, so that the mask preview shows before anything is sent. */
export function Samples({ onPick }: { readonly onPick: (question: string) => void }): ReactNode {
  const { texts } = useLanguage();
  return (
    <section className="samples" aria-labelledby="samples-heading">
      <h2 id="samples-heading">{texts.ask.samples}</h2>
      <ul>
        {texts.samples.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => onPick(question)}>
              <span>{question}</span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
