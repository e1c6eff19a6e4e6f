import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** One sentence: what this page is for. */
  readonly lead?: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Tabs or filters under the title. */
  readonly below?: ReactNode;
  /** `reading` for text, `wide` for tables. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
}

/** One page: its title, which is also the window's, and its content. */
export function Page({ title, lead, actions, below, width = 'wide', children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · Intramura`;
  }, [title]);
  return (
    <Box className={classes[width]}>
      <Group justify="space-between" align="flex-start" mb="lg" gap="md">
        <Stack gap={2}>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" maw="70ch">
              {lead}
            </Text>
          )}
        </Stack>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {below !== undefined && <Box mb="md">{below}</Box>}
      {children}
    </Box>
  );
}
