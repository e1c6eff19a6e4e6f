import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';
import { useCopy } from '../state/use-copy.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the button's name; "Copy" when absent. */
  readonly label?: string;
  /** `icon`: a small button with a hint. */
  readonly look?: 'icon' | 'button';
}

/** Copies, and says whether it worked. */
export function CopyButton({ text, label, look = 'icon' }: CopyButtonProps): ReactNode {
  const t = useTexts(shell);
  const { state, copy } = useCopy();
  const names = { idle: label ?? t.copy, copied: t.copied, failed: t.copyFailed };
  const Icon = state === 'copied' ? IconCheck : IconCopy;
  if (look === 'button') {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => copy(text)}
      >
        {names[state]}
      </Button>
    );
  }
  return (
    <Tooltip label={names[state]}>
      <ActionIcon variant="subtle" color="gray" aria-label={names[state]} onClick={() => copy(text)}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
