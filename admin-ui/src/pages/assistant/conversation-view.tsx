import { Box, Group, Skeleton, Stack, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import {
  type OpenConversation,
  type Turn,
  useAskingChoices,
  useCreateConversation,
} from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { Announcer } from './announcer.tsx';
import { AskingOptions } from './asking-options.tsx';
import { type Chosen, nothingChosen, toRequest } from './chosen.ts';
import { Composer } from './composer.tsx';
import { createDrafts } from './drafts.ts';
import { DropArea } from './drop-area.tsx';
import { FileChips } from './file-chips.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { conversationMarkdown } from './turn-markdown.ts';
import { useAsking } from './use-asking.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import { Welcome } from './welcome.tsx';
import classes from './conversation-view.module.css';

/** With the reading of Markdown, it is a third of the page: it comes with the first question. */
const Thread = lazy(async () => ({ default: (await import('./thread.tsx')).Thread }));

interface ConversationViewProps {
  /** Undefined before there is one: the first question or file makes it. */
  readonly id: string | undefined;
  readonly open: OpenConversation | undefined;
  readonly loading: boolean;
  readonly header: ReactNode;
}

/** A conversation with the box to ask in. */
export function ConversationView({ id, open, loading, header }: ConversationViewProps): ReactNode {
  const t = useTexts(assistant);
  const box = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate();
  const create = useCreateConversation();
  const choices = useAskingChoices();
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const { asking, ask, dismiss } = useAsking(id);
  const [drafts] = useState(createDrafts);
  const { viewport, content, toEnd } = useStickToEnd(
    loading || (asking !== undefined && asking.kind !== 'failed'),
  );

  const openId = useCallback(
    async (question?: string): Promise<string> => {
      if (id !== undefined) return id;
      const made = await create.mutateAsync(question);
      drafts.move(made.id);
      await navigate({
        to: '/assistant/$conversationId',
        params: { conversationId: made.id },
        replace: true,
      });
      return made.id;
    },
    [id, create, drafts, navigate],
  );
  const send = useCallback(
    async (question: string, replaces?: string): Promise<void> => {
      const conversation = await openId(question);
      ask(conversation, {
        question,
        choices: toRequest(chosen),
        ...(replaces === undefined ? {} : { replaces }),
      });
      toEnd();
    },
    [openId, ask, chosen, toEnd],
  );
  const askAgain = useCallback((turn: Turn, question: string) => void send(question, turn.id), [send]);
  const { uploading, add } = useFileDrop(openId);
  const stop = (): void => {
    if (asking?.kind === 'running') asking.stop();
  };
  const editLast = (): void => {
    const buttons = content.current?.querySelectorAll<HTMLElement>('[data-edit-question]');
    buttons?.item(buttons.length - 1)?.click();
  };
  useHotkeys([['/', () => box.current?.focus()]]);
  useHotkeys([['Escape', stop]], []);
  const turns = open?.turns ?? [];
  return (
    <DropArea onFiles={add}>
      <Group justify="space-between" wrap="nowrap" px="md" py="xs" className={classes['header'] ?? ''}>
        <Group gap="xs" wrap="nowrap" miw={0}>
          {header}
          <Title order={1} fz="md" className={classes['title'] ?? ''}>
            {open === undefined || open.conversation.title === '' ? t.untitled : open.conversation.title}
          </Title>
        </Group>
        <Group gap={4} wrap="nowrap">
          {open !== undefined && turns.length > 0 && (
            <CopyButton
              text={conversationMarkdown(open.conversation.title, turns, { sources: t.sources })}
              label={t.copyConversation}
            />
          )}
          <ShortcutsHelp />
        </Group>
      </Group>
      <div ref={viewport} className={classes['scroll']} tabIndex={-1}>
        <Box ref={content} className={classes['column'] ?? ''}>
          {loading && <Loading />}
          {!loading && turns.length === 0 && asking === undefined && (
            <Welcome onAsk={(text) => void send(text)} />
          )}
          {id !== undefined && (turns.length > 0 || asking !== undefined) && (
            <Suspense fallback={<Loading />}>
              <Thread
                conversation={id}
                turns={turns}
                asking={asking}
                onAskAgain={askAgain}
                onRetry={({ question, replaces }) => {
                  dismiss();
                  void send(question, replaces);
                }}
              />
            </Suspense>
          )}
        </Box>
      </div>
      <div className={classes['column']}>
        <Composer
          box={box}
          conversation={id}
          drafts={drafts}
          asking={asking}
          onAsk={(question) => void send(question)}
          onFiles={add}
          onEditLast={editLast}
          options={
            choices.data === undefined ? null : (
              <AskingOptions choices={choices.data} chosen={chosen} onChange={setChosen} />
            )
          }
          files={<FileChips conversation={id} files={open?.files ?? []} uploading={uploading} />}
        />
      </div>
      <Announcer turns={turns} asking={asking} />
    </DropArea>
  );
}

function Loading(): ReactNode {
  return (
    <Stack gap="md" aria-hidden>
      <Skeleton height={40} width="60%" ml="auto" />
      <Skeleton height={90} />
      <Skeleton height={40} width="40%" ml="auto" />
      <Skeleton height={90} />
    </Stack>
  );
}
