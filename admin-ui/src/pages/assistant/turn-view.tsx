import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Turn, TurnOutcome } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { AnswerMarkdown } from './answer-markdown.tsx';
import { SourceCards } from './source-cards.tsx';
import { TurnActions } from './turn-actions.tsx';
import { TurnQuestion } from './turn-question.tsx';
import classes from './turn-view.module.css';

export interface TurnViewProps {
  readonly conversation: string;
  readonly turn: Turn;
  /** Turns from this one on. */
  readonly fromHere: number;
  readonly busy: boolean;
  /** Asks in the place of this turn; the same question when it is not changed. Must not change between renders. */
  readonly onAskAgain: (turn: Turn, question: string) => void;
}

/** One question with its answer and everything that vouches for it. Drawn anew only when it changes. */
export const TurnView = memo(function TurnView(props: TurnViewProps): ReactNode {
  const { turn, fromHere, busy, onAskAgain } = props;
  const questionId = `question-${turn.id}`;
  return (
    <Stack component="article" gap="sm" className={classes['turn'] ?? ''} aria-labelledby={questionId}>
      <TurnQuestion
        id={questionId}
        question={turn.question}
        replaced={busy ? undefined : fromHere}
        onEdit={(question) => onAskAgain(turn, question)}
      />
      {turn.outcome !== undefined && <Verdict outcome={turn.outcome} />}
      {turn.answer !== '' && <AnswerMarkdown text={turn.answer} turn={turn.id} />}
      <Cut turn={turn} />
      {turn.outcome !== undefined && <SourceCards turn={turn.id} sources={turn.outcome.sources} />}
      <TurnActions {...props} />
    </Stack>
  );
});

/** What stands in the documents is in the product's colour; the rest is not. */
const looks = {
  answered: 'light',
  quoted: 'light',
  approved: 'filled',
  declined: 'default',
  chatted: 'default',
} as const;

function Verdict({ outcome: { decision, check } }: { readonly outcome: TurnOutcome }): ReactNode {
  const t = useTexts(assistant);
  return (
    <Group gap="xs">
      <Badge variant={looks[decision]}>{t.decisions[decision]}</Badge>
      {check.removed > 0 && (
        <Text size="sm" c="dimmed">
          {t.removedSentences(check.removed)}
        </Text>
      )}
    </Group>
  );
}

function Cut({ turn: { state, answer } }: { readonly turn: Turn }): ReactNode {
  const t = useTexts(assistant);
  switch (state) {
    case 'complete':
      return null;
    case 'stopped':
      return (
        <Alert color="gray" icon={<IconPlayerStop />} p="xs">
          {answer === '' ? t.stoppedEmpty : t.stoppedNote}
        </Alert>
      );
    case 'failed':
      return (
        <Alert color="yellow" p="xs">
          {t.failedNote}
        </Alert>
      );
    default:
      return state satisfies never;
  }
}
