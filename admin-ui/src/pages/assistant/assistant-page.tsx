import { toFailure } from '../../api/failure.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { FailureAlert } from '../../components/states.tsx';
import { useConversation } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { ConversationList } from './conversation-list.tsx';
import { ConversationView } from './conversation-view.tsx';
import classes from './assistant-page.module.css';

/** Wide windows have no drawer, so it is not part of the first load. */
const ConversationDrawer = lazy(async () => ({
  default: (await import('./conversation-drawer.tsx')).ConversationDrawer,
}));

/** Conversations beside the one that is open. */
export function AssistantPage(): ReactNode {
  const t = useTexts(assistant);
  const { conversationId } = useParams({ strict: false });
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const narrow = useMediaQuery('(max-width: 62em)') ?? false;
  const [listOpen, list] = useDisclosure(false);
  const open = useConversation(conversationId);
  useHotkeys(
    [
      ['alt+N', () => void navigate({ to: '/assistant' })],
      [
        'alt+F',
        () => {
          list.open();
          search.current?.focus();
        },
      ],
    ],
    [],
  );
  useEffect(() => list.close(), [conversationId, list.close]);
  // Never the title of a conversation: the browser would keep it in its history.
  useEffect(() => {
    document.title = `${t.title} · Intramura`;
  }, [t]);
  const conversations = <ConversationList current={conversationId} search={search} />;
  const showList = (
    <Tooltip label={t.showConversations}>
      <ActionIcon variant="subtle" color="gray" aria-label={t.showConversations} onClick={list.open}>
        <IconMenu2 size={20} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes['page']}>
      {narrow ? (
        <Suspense>
          <ConversationDrawer opened={listOpen} onClose={list.close}>
            {conversations}
          </ConversationDrawer>
        </Suspense>
      ) : (
        <aside className={classes['aside']}>{conversations}</aside>
      )}
      {open.error === null ? (
        <ConversationView
          id={conversationId}
          open={conversationId === undefined ? undefined : open.data}
          loading={conversationId !== undefined && open.isPending}
          header={narrow ? showList : null}
        />
      ) : (
        <div className={classes['failure']}>
          <FailureAlert failure={toFailure(open.error)} />
        </div>
      )}
    </div>
  );
}
