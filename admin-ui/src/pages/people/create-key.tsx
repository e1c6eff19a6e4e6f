import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import type { CreatedKey } from '../../data/keys.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { keys } from '../../i18n/keys.ts';
import { KeyForm } from './key-form.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { ShownOnce } from './shown-once.tsx';

/** Makes a key and shows its secret, once. */
export function CreateKey({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTexts(keys);
  return (
    <SecretDialog<CreatedKey>
      opened={opened}
      onClose={onClose}
      formTitle={t.createTitle}
      form={(onMade, onCancel) => <KeyForm onCreated={onMade} onCancel={onCancel} />}
      secretTitle={t.secretTitle}
      secret={({ secret }, onDone) => <NewSecret secret={secret} onDone={onDone} />}
    />
  );
}

function NewSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }): ReactNode {
  const t = useTexts(keys);
  const command = composeCurl(location.origin, secret, t.question);
  return (
    <Stack>
      <Text>{t.secretText}</Text>
      <ShownOnce label={t.title} secret={secret} copyLabel={t.copySecret} />
      <Stack gap={4}>
        <Group justify="space-between">
          <Text size="sm" fw={500}>
            {t.example}
          </Text>
          <CopyButton text={command} label={t.copyExample} look="button" />
        </Group>
        <Code block tabIndex={0}>
          {command}
        </Code>
      </Stack>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t.done}</Button>
      </Group>
    </Stack>
  );
}

function composeCurl(origin: string, secret: string, question: string): string {
  const body = JSON.stringify({ messages: [{ role: 'user', content: question }] });
  return [
    `curl ${origin}/v1/chat/completions`,
    `  -H 'Authorization: Bearer ${secret}'`,
    `  -H 'Content-Type: application/json'`,
    `  -d '${body}'`,
  ].join(' \\\n');
}
