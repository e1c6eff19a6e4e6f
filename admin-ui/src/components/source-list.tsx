import type { ReactNode } from 'react';
import type { Source } from '../data/chat-event.ts';
import { useLanguage } from '../i18n/language.tsx';
import { SourceCard } from './source-card.tsx';
import './source-list.css';

interface SourceListProps {
  /** Id of the exchange. */
  readonly exchange: number;
  readonly sources: readonly Source[];
}

export function SourceList({ exchange, sources }: SourceListProps): ReactNode {
  const { texts } = useLanguage();
  if (sources.length === 0) return <p className="soft small">{texts.answer.noSources}</p>;
  return (
    <div className="sources">
      <h3>{texts.answer.sources}</h3>
      <ol>
        {sources.map((source) => (
          <SourceCard key={source.number} exchange={exchange} source={source} />
        ))}
      </ol>
    </div>
  );
}
