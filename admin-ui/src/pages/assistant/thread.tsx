import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureAlert } from '../../components/states.tsx';
import type { Turn } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import type { Asking } from './asking-store.ts';
import { LiveAnswer } from './live-answer.tsx';
import { TurnQuestion } from './turn-question.tsx';
import { TurnView, type TurnViewProps } from './turn-view.tsx';

interface ThreadProps {
  readonly conversation: string;
  readonly turns: readonly Turn[];
  readonly asking: Asking | undefined;
  readonly onAskAgain: TurnViewProps['onAskAgain'];
  /** Tries a question once more that was not answered. */
  readonly onRetry: (asking: Extract<Asking, { kind: 'failed' }>) => void;
}

/** The questions and answers so far, and the one under way. */
export function Thread({ conversation, turns, asking, onAskAgain, onRetry }: ThreadProps): ReactNode {
  const t = useTexts(assistant);
  const replaced = turns.findIndex(({ id }) => id === asking?.replaces);
  // While a turn is asked again, it gives way to the new answer; if that fails, it is there again.
  const shown = replaced === -1 || asking?.kind === 'failed' ? turns : turns.slice(0, replaced);
  const busy = asking !== undefined && asking.kind !== 'failed';
  return (
    <Stack component="section" gap="xl" aria-label={t.thread}>
      {shown.map((turn, place) => (
        <TurnView
          key={turn.id}
          conversation={conversation}
          turn={turn}
          fromHere={shown.length - place}
          busy={busy}
          onAskAgain={onAskAgain}
        />
      ))}
      {asking !== undefined && <Current asking={asking} onRetry={onRetry} />}
    </Stack>
  );
}

function Current({
  asking,
  onRetry,
}: {
  readonly asking: Asking;
  readonly onRetry: ThreadProps['onRetry'];
}): ReactNode {
  const question = (
    <TurnQuestion
      id="question-asking"
      question={asking.question}
      replaced={undefined}
      onEdit={() => undefined}
    />
  );
  return (
    <Stack component="article" gap="sm" aria-labelledby="question-asking">
      {question}
      {asking.kind === 'failed' ? (
        <FailureAlert failure={asking.failure} onRetry={() => onRetry(asking)} />
      ) : (
        <LiveAnswer live={asking.live} />
      )}
    </Stack>
  );
}
