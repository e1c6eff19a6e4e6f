import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconThumbDown, IconThumbDownFilled, IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Feedback, useRateTurn, type Turn } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { FeedbackForm } from './feedback-form.tsx';

type Rating = Feedback['rating'];

interface FeedbackButtonsProps {
  readonly conversation: string;
  readonly turn: Turn;
}

/** Thumbs. The first press keeps the rating and asks why; another press on the same takes it back. */
export function FeedbackButtons({ conversation, turn }: FeedbackButtonsProps): ReactNode {
  const t = useTexts(assistant);
  const rate = useRateTurn(conversation, turn.id);
  const [asking, setAsking] = useState(false);
  const { feedback } = turn;
  const press = (rating: Rating): void => {
    const takesBack = feedback?.rating === rating;
    rate.mutate(takesBack ? undefined : { rating, reasons: [], comment: '' });
    setAsking(!takesBack);
  };
  const send = (value: Feedback): void => {
    rate.mutate(value, {
      onSuccess: () => notifications.show({ message: t.thanks, withCloseButton: false }),
    });
    setAsking(false);
  };
  return (
    <Popover
      withRoles={false}
      opened={asking && feedback !== undefined}
      onChange={setAsking}
      width={320}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <ActionIcon.Group>
          <Thumb rating="up" chosen={feedback?.rating} label={t.good} onPress={press} />
          <Thumb rating="down" chosen={feedback?.rating} label={t.bad} onPress={press} />
        </ActionIcon.Group>
      </Popover.Target>
      <Popover.Dropdown>
        {feedback !== undefined && <FeedbackForm key={feedback.rating} feedback={feedback} onSend={send} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ThumbProps {
  readonly rating: Rating;
  readonly chosen: Rating | undefined;
  readonly label: string;
  readonly onPress: (rating: Rating) => void;
}

const icons = {
  up: { plain: IconThumbUp, filled: IconThumbUpFilled },
  down: { plain: IconThumbDown, filled: IconThumbDownFilled },
} as const;

function Thumb({ rating, chosen, label, onPress }: ThumbProps): ReactNode {
  const pressed = chosen === rating;
  const Icon = icons[rating][pressed ? 'filled' : 'plain'];
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-pressed={pressed}
        onClick={() => onPress(rating)}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
