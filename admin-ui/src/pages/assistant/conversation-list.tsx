import { toFailure } from '../../api/failure.ts';
import { Button, CloseButton, Loader, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useState } from 'react';
import { FailureAlert } from '../../components/states.tsx';
import { useConversations, useSearchConversations } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { ConversationItem } from './conversation-item.tsx';

interface ConversationListProps {
  readonly current: string | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Milliseconds without a key before the server searches. */
const PAUSE_MS = 250;

/** The person's own conversations, to open, search, rename and delete. */
export function ConversationList({ current, search }: ConversationListProps): ReactNode {
  const t = useTexts(assistant);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), PAUSE_MS);
  return (
    <Stack component="nav" gap="sm" h="100%" aria-label={t.conversations}>
      <Button component={Link} to="/assistant" variant="light" leftSection={<IconPlus size={16} />}>
        {t.newConversation}
      </Button>
      <TextInput
        ref={search}
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={16} />}
        rightSection={
          typed === '' ? null : <CloseButton size="sm" aria-label={t.cancel} onClick={() => setTyped('')} />
        }
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ScrollArea flex={1} mih={0} type="auto" scrollbars="y">
        {typed.trim() === '' || query === '' ? (
          <All current={current} />
        ) : (
          <Found current={current} query={query} />
        )}
      </ScrollArea>
    </Stack>
  );
}

function All({ current }: { readonly current: string | undefined }): ReactNode {
  const t = useTexts(assistant);
  const {
    data: conversations,
    error,
    isPending,
    hasNextPage,
    isFetchingNextPage,
    fetchNextPage,
  } = useConversations();
  if (isPending) return <Loader size="sm" />;
  if (conversations === undefined) return <FailureAlert failure={toFailure(error)} />;
  if (conversations.length === 0)
    return (
      <Text size="sm" c="dimmed" p="xs">
        {t.listEmpty}
      </Text>
    );
  return (
    <>
      <Stack component="ul" gap={2} m={0} p={0}>
        {conversations.map((conversation) => (
          <ConversationItem
            key={conversation.id}
            conversation={conversation}
            active={conversation.id === current}
          />
        ))}
      </Stack>
      {hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </>
  );
}

function Found({
  current,
  query,
}: {
  readonly current: string | undefined;
  readonly query: string;
}): ReactNode {
  const t = useTexts(assistant);
  const { data, error, isPending } = useSearchConversations(query);
  if (isPending) return <Loader size="sm" />;
  if (data === undefined) return <FailureAlert failure={toFailure(error)} />;
  return (
    <div role="status">
      {data.hits.length === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t.searchEmpty}
        </Text>
      )}
      <Stack component="ul" gap={2} m={0} p={0}>
        {data.hits.map(({ conversation, excerpt }) => (
          <ConversationItem
            key={conversation.id}
            conversation={conversation}
            excerpt={excerpt}
            active={conversation.id === current}
          />
        ))}
      </Stack>
      {!data.complete && (
        <Text size="xs" c="dimmed" p="xs">
          {t.searchPartial}
        </Text>
      )}
    </div>
  );
}
