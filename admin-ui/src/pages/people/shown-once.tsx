import { Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';

interface ShownOnceProps {
  readonly label: string;
  readonly secret: string;
  readonly copyLabel: string;
}

/** A secret that is on the page now and nowhere else later. */
export function ShownOnce({ label, secret, copyLabel }: ShownOnceProps): ReactNode {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Group gap="xs">
        <Code fz="md" p="xs" data-secret style={{ overflowWrap: 'anywhere' }}>
          {secret}
        </Code>
        <CopyButton text={secret} label={copyLabel} look="button" />
      </Group>
    </Stack>
  );
}
