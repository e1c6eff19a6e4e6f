import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { ShownOnce } from './shown-once.tsx';

interface FirstPasswordProps {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly onDone: () => void;
}

/** A password that was just given to somebody, to pass on. */
export function FirstPassword({ name, username, password, onDone }: FirstPasswordProps): ReactNode {
  const t = useTexts(people);
  return (
    <Stack>
      <Text>{t.passwordText(name)}</Text>
      <div>
        <Text size="sm" fw={500}>
          {t.username}
        </Text>
        <Text>{username}</Text>
      </div>
      <ShownOnce label={t.passwordLabel} secret={password} copyLabel={t.copyPassword} />
      <Text size="sm" c="dimmed">
        {t.passwordNote}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t.done}</Button>
      </Group>
    </Stack>
  );
}
