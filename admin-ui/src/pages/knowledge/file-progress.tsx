import { Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useFormat } from '../../i18n/use-format.ts';

interface FileProgressProps {
  readonly name: ReactNode;
  /** The name as text, for the bar's label. */
  readonly label: string;
  readonly stage: string;
  /** 0 to 1; absent when nothing moves any more. */
  readonly share?: number;
  readonly failed?: boolean;
  /** What went wrong and what to do, and buttons. */
  readonly children?: ReactNode;
}

/** Percent that show that a file has begun. */
const SLIVER = 2;

/** One file: how far it has come, or what stopped it. */
export function FileProgress({ name, label, stage, share, failed, children }: FileProgressProps): ReactNode {
  const t = useTexts(documents);
  const format = useFormat();
  return (
    <Stack gap={4} component="li" style={{ listStyle: 'none' }}>
      <Group justify="space-between" gap="md" wrap="nowrap">
        <Text size="sm" fw={500} truncate component="span">
          {name}
        </Text>
        <Text size="sm" c={failed === true ? 'red' : 'dimmed'} component="span" style={{ flex: 'none' }}>
          {share === undefined ? stage : `${stage} · ${format.percent(share)}`}
        </Text>
      </Group>
      {share !== undefined && (
        <Progress.Root size="sm">
          <Progress.Section value={Math.max(SLIVER, share * 100)} aria-label={t.progressOf(label)} />
        </Progress.Root>
      )}
      {children}
    </Stack>
  );
}
