import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useRoleName } from '../../state/use-role-name.ts';

interface ReaderListProps {
  readonly classification: string;
  /** Roles; empty means every role that reads, where the classification allows that. */
  readonly readers: readonly string[];
}

export function ReaderList({ classification, readers }: ReaderListProps): ReactNode {
  const t = useTexts(knowledge);
  const roleName = useRoleName();
  if (readers.length > 0) {
    return (
      <Group gap={4}>
        <Text size="sm">{readers.map(roleName).join(', ')}</Text>
      </Group>
    );
  }
  const open = classification === 'public' || classification === 'internal';
  return (
    <Text size="sm" c={open ? 'dimmed' : 'red'}>
      {open ? t.everybody : t.nobody}
    </Text>
  );
}
