import {
  ActionIcon,
  Button,
  Group,
  Paper,
  Stack,
  Text,
  Textarea,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { isSendKey } from './send-key.ts';
import classes from './turn-question.module.css';

interface TurnQuestionProps {
  readonly id: string;
  readonly question: string;
  /** Turns that an edit replaces, this one included; undefined where it cannot be edited now. */
  readonly replaced: number | undefined;
  readonly onEdit: (question: string) => void;
}

/** A question, which can be edited: the conversation then goes on from there. */
export function TurnQuestion({ id, question, replaced, onEdit }: TurnQuestionProps): ReactNode {
  const t = useTexts(assistant);
  const [editing, setEditing] = useState(false);
  if (editing && replaced !== undefined) {
    const send = (text: string): void => {
      setEditing(false);
      onEdit(text);
    };
    return (
      <EditQuestion
        question={question}
        replaced={replaced}
        onSend={send}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <Group className={classes['row'] ?? ''} gap="xs" justify="flex-end" wrap="nowrap" align="flex-start">
      {replaced !== undefined && (
        <Tooltip label={t.edit}>
          <ActionIcon
            className={classes['edit'] ?? ''}
            data-edit-question
            variant="subtle"
            color="gray"
            aria-label={t.edit}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <Paper className={classes['bubble'] ?? ''} radius="lg" px="md" py="xs">
        <Text component="h2" id={id} fz="md" fw={400} className={classes['text'] ?? ''}>
          <VisuallyHidden>{t.youAsked}: </VisuallyHidden>
          {question}
        </Text>
      </Paper>
    </Group>
  );
}

interface EditQuestionProps {
  readonly question: string;
  readonly replaced: number;
  readonly onSend: (question: string) => void;
  readonly onCancel: () => void;
}

function EditQuestion({ question, replaced, onSend, onCancel }: EditQuestionProps): ReactNode {
  const t = useTexts(assistant);
  const [text, setText] = useState(question);
  const send = (): void => {
    if (text.trim() !== '') onSend(text.trim());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t.editLabel}
        description={t.editNote(replaced)}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        data-autofocus
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" size="compact-md" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button size="compact-md" disabled={text.trim() === ''} onClick={send}>
          {t.editSend}
        </Button>
      </Group>
    </Stack>
  );
}
