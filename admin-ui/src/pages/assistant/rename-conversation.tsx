import { toFailure } from '../../api/failure.ts';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FailureAlert } from '../../components/states.tsx';
import { type Conversation, useRenameConversation } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

interface RenameConversationProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

export function RenameConversation({ conversation, onClose }: RenameConversationProps): ReactNode {
  const t = useTexts(assistant);
  const [title, setTitle] = useState(conversation.title);
  const rename = useRenameConversation(conversation.id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    rename.mutate(title.trim(), { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t.renameTitle} closeButtonProps={{ 'aria-label': t.cancel }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t.titleLabel}
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {rename.error !== null && <FailureAlert failure={toFailure(rename.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" disabled={title.trim() === ''} loading={rename.isPending}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
