import type { ReactNode } from 'react';
import type { Evidence } from '../data/chat-event.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Exchange } from '../state/thread.ts';
import { AnswerText } from './answer-text.tsx';
import { DecisionBadge } from './decision-badge.tsx';
import { MaskedLine } from './masked-line.tsx';
import { ReceiptLine } from './receipt-line.tsx';
import { SourceList } from './source-list.tsx';
import './evidence-panel.css';

interface EvidencePanelProps {
  readonly exchange: Exchange;
  readonly evidence: Evidence;
}

/** A finished answer with everything that vouches for it. */
export function EvidencePanel({ exchange, evidence }: EvidencePanelProps): ReactNode {
  const { texts } = useLanguage();
  const { check, decision, sources, redaction, receipt } = evidence;
  return (
    <>
      <div className="verdict">
        <DecisionBadge decision={decision} />
        {check.removed > 0 && <span className="soft small">{texts.count.removed(check.removed)}</span>}
      </div>
      <AnswerText exchange={exchange} />
      <SourceList exchange={exchange.id} sources={sources} />
      <dl className="proof">
        <MaskedLine redaction={redaction} />
        <ReceiptLine receipt={receipt} />
      </dl>
    </>
  );
}
