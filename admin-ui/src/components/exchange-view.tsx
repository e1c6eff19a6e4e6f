import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Exchange } from '../state/thread.ts';
import { AnswerText } from './answer-text.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { Waiting } from './waiting.tsx';
import './exchange-view.css';

interface ExchangeViewProps {
  readonly exchange: Exchange;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

/** UTF-16 code units from which a question may need scrolling; then the keyboard must reach it. */
const longQuestion = 600;

/** One question with what became of it. */
export function ExchangeView({ exchange, busy, onRetry }: ExchangeViewProps): ReactNode {
  const { texts } = useLanguage();
  const questionId = `question-${exchange.id}`;
  const long = exchange.question.length >= longQuestion;
  return (
    <article className="exchange" aria-labelledby={questionId}>
      <h2 className="question" id={questionId} {...(long ? { tabIndex: 0 } : {})}>
        <span className="for-readers">{texts.answer.you}: </span>
        {exchange.question}
      </h2>
      <Reply exchange={exchange} busy={busy} onRetry={onRetry} />
    </article>
  );
}

function Reply({ exchange, busy, onRetry }: ExchangeViewProps): ReactNode {
  const { phase } = exchange;
  switch (phase.kind) {
    case 'waiting':
      return <Waiting />;
    case 'writing':
      return <AnswerText exchange={exchange} />;
    case 'complete':
      return <EvidencePanel exchange={exchange} evidence={phase.evidence} />;
    case 'stopped':
      return <Stopped exchange={exchange} busy={busy} onRetry={onRetry} />;
    case 'failed':
      return (
        <>
          {exchange.answer !== '' && <AnswerText exchange={exchange} />}
          <FailureNotice failure={phase.failure} {...(busy ? {} : { onRetry })} />
        </>
      );
    default:
      return phase satisfies never;
  }
}

function Stopped({ exchange, busy, onRetry }: ExchangeViewProps): ReactNode {
  const { texts } = useLanguage();
  const empty = exchange.answer === '';
  return (
    <>
      {!empty && <AnswerText exchange={exchange} />}
      <div className="stopped">
        <p>{empty ? texts.answer.stopped : texts.answer.stoppedNote}</p>
        <button type="button" className="button" disabled={busy} onClick={onRetry}>
          {texts.answer.askAgain}
        </button>
      </div>
    </>
  );
}
