import type { ReactNode } from 'react';
import type { Source } from '../data/chat-event.ts';
import { useLanguage } from '../i18n/language.tsx';
import './source-card.css';

interface SourceCardProps {
  /** Id of the exchange. */
  readonly exchange: number;
  readonly source: Source;
}

/** Where a citation finds its card. */
export function sourceElementId(exchange: number, number: number): string {
  return `source-${exchange}-${number}`;
}

/** A cited sentence and where it stands. It takes the focus when its citation is pressed. */
export function SourceCard({ exchange, source }: SourceCardProps): ReactNode {
  const { texts } = useLanguage();
  const { number, title, location, quote } = source;
  return (
    <li className="source-card" id={sourceElementId(exchange, number)} tabIndex={-1}>
      <p className="source-head">
        <span className="source-number" aria-hidden="true">
          {number}
        </span>
        <span className="for-readers">{texts.count.citation(number)}: </span>
        <cite>{title}</cite>
      </p>
      {location !== '' && <p className="source-location">{location}</p>}
      <blockquote>{quote}</blockquote>
    </li>
  );
}
