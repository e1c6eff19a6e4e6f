import { ActionIcon, Button, Collapse, Group, Popover, Stack, Tooltip } from '@mantine/core';
import { IconEye, IconReceipt, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { countKinds } from '../../data/value-kinds.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { FeedbackButtons } from './feedback-buttons.tsx';
import { KindBadges } from './kind-badges.tsx';
import { ReceiptCheck } from './receipt-check.tsx';
import { SeenPanel } from './seen-panel.tsx';
import { answerMarkdown } from './turn-markdown.ts';
import type { TurnViewProps } from './turn-view.tsx';

/** What can be done with an answer, and what vouches for it. */
export function TurnActions({ conversation, turn, busy, onAskAgain }: TurnViewProps): ReactNode {
  const t = useTexts(assistant);
  const [seenOpen, setSeenOpen] = useState(false);
  const { outcome } = turn;
  const kinds = countKinds(outcome?.redaction ?? {});
  const panel = `seen-${turn.id}`;
  return (
    <Stack gap="xs">
      <Group gap={4}>
        <CopyButton text={answerMarkdown(turn, { sources: t.sources })} label={t.copyAnswer} />
        <Tooltip label={t.retry}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.retry}
            disabled={busy}
            onClick={() => onAskAgain(turn, turn.question)}
          >
            <IconRefresh size={18} />
          </ActionIcon>
        </Tooltip>
        <FeedbackButtons conversation={conversation} turn={turn} />
        {outcome !== undefined && (
          <>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconEye size={16} />}
              aria-expanded={seenOpen}
              aria-controls={panel}
              onClick={() => setSeenOpen(!seenOpen)}
            >
              {t.seen}
            </Button>
            <Popover width={360} shadow="md" trapFocus returnFocus withinPortal>
              <Popover.Target>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconReceipt size={16} />}
                >
                  {t.receipt}
                </Button>
              </Popover.Target>
              <Popover.Dropdown>
                <ReceiptCheck receipt={outcome.receipt} />
              </Popover.Dropdown>
            </Popover>
          </>
        )}
        {kinds.length > 0 && (
          <Group gap={4} ml="auto">
            <KindBadges kinds={kinds} label={t.masked} />
          </Group>
        )}
      </Group>
      {outcome !== undefined && (
        <Collapse expanded={seenOpen} id={panel}>
          {seenOpen && <SeenPanel turn={turn} seen={outcome.seen} />}
        </Collapse>
      )}
    </Stack>
  );
}
