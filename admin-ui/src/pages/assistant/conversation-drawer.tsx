import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

export interface ConversationDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Where a narrow window keeps the list of conversations. */
export function ConversationDrawer({ opened, onClose, children }: ConversationDrawerProps): ReactNode {
  const t = useTexts(assistant);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t.conversations}
      size="xs"
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      {children}
    </Drawer>
  );
}
