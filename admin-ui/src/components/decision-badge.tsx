import type { ReactNode } from 'react';
import type { Decision } from '../data/chat-event.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Icon, type IconName } from './icon.tsx';
import './decision-badge.css';

const icons: Readonly<Record<Decision, IconName>> = {
  answered: 'check',
  quoted: 'quote',
  declined: 'question',
  chatted: 'chat',
};

/** How the answer came about: the model's words, a quotation, no answer, or no documents. */
export function DecisionBadge({ decision }: { readonly decision: Decision }): ReactNode {
  const { texts } = useLanguage();
  return (
    <span className="badge" data-decision={decision}>
      <Icon name={icons[decision]} />
      {texts.decisions[decision]}
    </span>
  );
}
