import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KindCount } from '../../data/value-kinds.ts';
import { useLanguage } from '../../i18n/language.tsx';

interface KindBadgesProps {
  readonly kinds: readonly KindCount[];
  /** What the list is of, for screen readers. */
  readonly label: string;
}

/** Kinds of masked values, with how many of each. */
export function KindBadges({ kinds, label }: KindBadgesProps): ReactNode {
  const names = useLanguage().texts.kinds;
  return (
    <Group component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }} aria-label={label}>
      {kinds.map(({ kind, count }) => (
        <li key={kind}>
          <Badge variant="default" tt="none" fw={500} radius="sm">
            {count === 1 ? names[kind] : `${names[kind]} × ${count}`}
          </Badge>
        </li>
      ))}
    </Group>
  );
}
