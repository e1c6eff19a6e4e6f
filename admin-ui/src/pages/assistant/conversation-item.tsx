import { ActionIcon, Group, Menu, NavLink } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Conversation } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { RenameConversation } from './rename-conversation.tsx';
import { useDeleteConfirmed } from './use-delete-confirmed.ts';
import classes from './conversation-item.module.css';

interface ConversationItemProps {
  readonly conversation: Conversation;
  /** Where the searched words were found. */
  readonly excerpt?: string;
  readonly active: boolean;
}

export function ConversationItem({ conversation, excerpt, active }: ConversationItemProps): ReactNode {
  const t = useTexts(assistant);
  const [renaming, setRenaming] = useState(false);
  const remove = useDeleteConfirmed(conversation, active);
  const title = conversation.title === '' ? t.untitled : conversation.title;
  return (
    <Group component="li" gap={0} wrap="nowrap" className={classes['item'] ?? ''}>
      <NavLink
        renderRoot={(root) => (
          <Link to="/assistant/$conversationId" params={{ conversationId: conversation.id }} {...root} />
        )}
        label={title}
        {...(excerpt === undefined ? {} : { description: excerpt })}
        active={active}
        noWrap
        aria-current={active ? 'page' : undefined}
        className={classes['link'] ?? ''}
      />
      <Menu position="bottom-end" withinPortal shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes['menu'] ?? ''}
            aria-label={t.actionsFor(title)}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
            {t.rename}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameConversation conversation={conversation} onClose={() => setRenaming(false)} />}
    </Group>
  );
}
