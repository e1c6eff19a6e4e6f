import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface SortHeaderProps {
  readonly label: string;
  /** For screen readers: "Sort by title". */
  readonly action: string;
  /** The direction when the table is sorted by this column. */
  readonly order: 'asc' | 'desc' | undefined;
  readonly align?: 'left' | 'right';
  readonly onSort: () => void;
}

const states = { asc: 'ascending', desc: 'descending' } as const;

/** A column's head that sorts the table by it. */
export function SortHeader({ label, action, order, align = 'left', onSort }: SortHeaderProps): ReactNode {
  const Icon = order === undefined ? IconSelector : order === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th aria-sort={order === undefined ? 'none' : states[order]}>
      <UnstyledButton
        onClick={onSort}
        title={action}
        fw="inherit"
        fz="inherit"
        w="100%"
        style={{ whiteSpace: 'nowrap' }}
      >
        <Group gap={4} wrap="nowrap" justify={align === 'right' ? 'flex-end' : 'flex-start'}>
          {label}
          <Icon size={14} aria-hidden />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
