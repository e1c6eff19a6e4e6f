import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface StatTileProps {
  readonly label: string;
  readonly value: ReactNode;
  /** What the number is measured against. */
  readonly note?: ReactNode;
}

/** One figure with its name. */
export function StatTile({ label, value, note }: StatTileProps): ReactNode {
  return (
    <Paper withBorder p="md" component="dl" m={0}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fz={24} fw={600} lh={1.3}>
        {value}
      </Text>
      {note !== undefined && (
        <Text component="dd" m={0} size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </Paper>
  );
}
