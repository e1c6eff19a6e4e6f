import { Badge, Group, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Role, roleOrder } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { roleNames } from '../../i18n/roles.ts';

/** Roles by name, each with what it lets somebody do on hover and focus. */
export function RoleBadges({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const names = useTexts(roleNames);
  const { roleHelp } = useTexts(people);
  return (
    <Group gap={4}>
      {roleOrder
        .filter((role) => roles.includes(role))
        .map((role) => (
          <Tooltip
            key={role}
            label={roleHelp[role]}
            multiline
            maw={320}
            events={{ hover: true, focus: true, touch: true }}
          >
            <Badge variant="default" tt="none" fw={500} tabIndex={0}>
              {names[role]}
            </Badge>
          </Tooltip>
        ))}
    </Group>
  );
}
