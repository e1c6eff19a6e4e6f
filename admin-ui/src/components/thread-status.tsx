import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Dictionary } from '../i18n/en.ts';
import type { Phase, Thread } from '../state/thread.ts';

/** Tells screen readers where the last answer stands: once per phase, not per token. */
export function ThreadStatus({ thread }: { readonly thread: Thread }): ReactNode {
  const { texts } = useLanguage();
  const last = thread.at(-1);
  return (
    <p className="for-readers" role="status" aria-live="polite">
      {last === undefined ? '' : describe(last.phase, texts)}
    </p>
  );
}

function describe(phase: Phase, { answer, count }: Dictionary): string {
  switch (phase.kind) {
    case 'waiting':
      return answer.waiting;
    case 'writing':
      return answer.writing;
    case 'complete':
      return `${answer.complete} ${count.sources(phase.evidence.sources.length)}`;
    case 'stopped':
      return answer.stopped;
    case 'failed':
      return answer.failed;
    default:
      return phase satisfies never;
  }
}
