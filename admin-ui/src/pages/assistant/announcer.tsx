import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Turn } from '../../data/conversations.ts';
import { sayMarks } from '../../data/text-pieces.ts';
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
  const last = turns.at(-1);
  /** Id of the last turn when the question came, empty without one; undefined when there is nothing to tell. */
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (running) {
      before.current ??= last?.id ?? '';
      setText(t.waiting);
    } else if (asking?.kind === 'failed') {
      if (before.current !== undefined) setText(t.failedTitle);
      before.current = undefined;
    } else if (before.current !== undefined && last !== undefined && last.id !== before.current) {
      setText(describe(last, t));
      before.current = undefined;
    }
  }, [running, asking, last, t]);
  return (
    <VisuallyHidden id="assistant-announcer" role="status">
      {text}
    </VisuallyHidden>
  );
}

function describe(
  { state, answer, outcome }: Turn,
  t: ReturnType<typeof useTexts<typeof assistant.en>>,
): string {
  if (state !== 'complete') return t.announceStopped;
  return `${sayMarks(answer, t.unsupported)} ${t.announceDone(outcome?.sources.length ?? 0)}`;
}
