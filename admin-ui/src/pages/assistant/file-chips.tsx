import { CloseButton, Group, Paper, Progress, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type ConversationFile, useRemoveFile } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import type { Uploading } from './use-file-drop.ts';

interface FileChipsProps {
  readonly conversation: string | undefined;
  readonly files: readonly ConversationFile[];
  readonly uploading: readonly Uploading[];
}

/** The files of the conversation, and those on their way into it. */
export function FileChips({ conversation, files, uploading }: FileChipsProps): ReactNode {
  const t = useTexts(assistant);
  const remove = useRemoveFile(conversation ?? '');
  if (files.length === 0 && uploading.length === 0) return null;
  return (
    <Group component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t.files}>
      {files.map(({ id, name }) => (
        <Paper key={id} component="li" withBorder px="xs" py={2} radius="xl">
          <Group gap={4} wrap="nowrap">
            <IconFile size={14} aria-hidden />
            <Text size="sm" maw={220} truncate>
              {name}
            </Text>
            <CloseButton size="xs" aria-label={t.removeFile(name)} onClick={() => remove.mutate(id)} />
          </Group>
        </Paper>
      ))}
      {uploading.map(({ id, name, share }) => (
        <Paper key={id} component="li" withBorder px="sm" py={4} radius="md" miw={200}>
          <Text size="xs">{share < 1 ? t.uploading(name, Math.round(share * 100)) : t.reading(name)}</Text>
          <Progress size="xs" value={share * 100} animated={share >= 1} aria-label={name} />
        </Paper>
      ))}
    </Group>
  );
}
