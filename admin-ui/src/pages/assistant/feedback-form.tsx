import { Button, Chip, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Feedback } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

type Reason = NonNullable<Feedback['reasons']>[number];

const reasonsFor: Readonly<Record<Feedback['rating'], readonly Reason[]>> = {
  up: ['accurate', 'clear', 'good-source'],
  down: ['wrong', 'incomplete', 'off-topic', 'bad-source', 'should-have-answered', 'masked-too-much'],
};

interface FeedbackFormProps {
  readonly feedback: Feedback;
  readonly onSend: (feedback: Feedback) => void;
}

/** Why an answer is good or bad. The rating itself is kept already. */
export function FeedbackForm({ feedback, onSend }: FeedbackFormProps): ReactNode {
  const t = useTexts(assistant);
  const [reasons, setReasons] = useState<readonly string[]>(feedback.reasons ?? []);
  const [comment, setComment] = useState(feedback.comment ?? '');
  const offered = reasonsFor[feedback.rating];
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t.feedbackTitle}
      </Text>
      <Chip.Group multiple value={[...reasons]} onChange={setReasons}>
        <Group gap={6}>
          {offered.map((reason) => (
            <Chip key={reason} value={reason} size="xs">
              {t.reasons[reason]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Textarea
        label={t.comment}
        description={t.commentHint}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        onClick={() =>
          onSend({
            rating: feedback.rating,
            reasons: offered.filter((reason) => reasons.includes(reason)),
            comment,
          })
        }
      >
        {t.sendFeedback}
      </Button>
    </Stack>
  );
}
