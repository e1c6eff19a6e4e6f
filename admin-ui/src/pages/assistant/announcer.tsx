import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Turn } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import type { Asking } from './asking-store.ts';

interface AnnouncerProps {
  readonly turns: readonly Turn[];
  readonly asking: Asking | undefined;
}

/** Tells screen readers politely what becomes of a question: that it is looked up, and the answer once it is whole. */
export function Announcer({ turns, asking }: AnnouncerProps): ReactNode {
  const t = useTexts(assistant);
  const [text, setText] = useState('');
  const running = asking !== undefined && asking.kind !== 'failed';
  const wasRunning = useRef(false);
  const last = turns.at(-1);
  useEffect(() => {
    if (running) setText(t.waiting);
    else if (wasRunning.current && asking?.kind === 'failed') setText(t.failedTitle);
    else if (wasRunning.current && last !== undefined) {
      const sources = last.outcome?.sources.length ?? 0;
      setText(last.state === 'complete' ? `${last.answer} ${t.announceDone(sources)}` : t.announceStopped);
    }
    wasRunning.current = running;
  }, [running, asking, last, t]);
  return (
    <VisuallyHidden id="assistant-announcer" role="status">
      {text}
    </VisuallyHidden>
  );
}
