import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Exchange, Thread } from '../state/thread.ts';
import { ExchangeView } from './exchange-view.tsx';
import './thread-view.css';

interface ThreadViewProps {
  readonly thread: Thread;
  readonly busy: boolean;
  readonly onRetry: (exchange: Exchange) => void;
}

/** The conversation. A new question is scrolled to the top, where its answer can grow below it. */
export function ThreadView({ thread, busy, onRetry }: ThreadViewProps): ReactNode {
  const { texts } = useLanguage();
  const list = useRef<HTMLElement>(null);
  const lastId = thread.at(-1)?.id;
  useEffect(() => {
    // Newer browsers return a promise here, which an effect must not.
    list.current?.lastElementChild?.scrollIntoView({ block: 'start' });
  }, [lastId]);
  return (
    <section className="thread" ref={list} aria-label={texts.answer.conversation}>
      {thread.map((exchange) => (
        <ExchangeView key={exchange.id} exchange={exchange} busy={busy} onRetry={() => onRetry(exchange)} />
      ))}
    </section>
  );
}
