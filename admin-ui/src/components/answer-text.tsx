import type { ReactNode } from 'react';
import { splitCitations, type TextPiece } from '../data/text-pieces.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Exchange } from '../state/thread.ts';
import { sourceElementId } from './source-card.tsx';
import './answer-text.css';

/** The answer as it is so far. Its citations lead to their sources once these are there. */
export function AnswerText({ exchange }: { readonly exchange: Exchange }): ReactNode {
  const { phase } = exchange;
  const known = phase.kind === 'complete' ? phase.evidence.sources.map(({ number }) => number) : [];
  return (
    <div className={phase.kind === 'writing' ? 'answer answer-writing' : 'answer'}>
      {splitCitations(exchange.answer).map((piece, place) => (
        <Piece key={place} piece={piece} exchange={exchange.id} known={known} />
      ))}
    </div>
  );
}

interface PieceProps {
  readonly piece: TextPiece;
  /** Id of the exchange. */
  readonly exchange: number;
  /** Numbers of the sources that can be shown. */
  readonly known: readonly number[];
}

function Piece({ piece, exchange, known }: PieceProps): ReactNode {
  const { texts } = useLanguage();
  if (piece.kind !== 'citation') return piece.text;
  const { number } = piece;
  if (!known.includes(number)) return <span className="citation">{number}</span>;
  const show = (): void => document.getElementById(sourceElementId(exchange, number))?.focus();
  return (
    <button type="button" className="citation" aria-label={texts.count.citation(number)} onClick={show}>
      {number}
    </button>
  );
}
