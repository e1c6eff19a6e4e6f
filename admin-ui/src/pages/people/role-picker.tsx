import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Role, roleOrder } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { roleNames } from '../../i18n/roles.ts';

interface RolePickerProps {
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
}

/** Every role with what it lets somebody do. */
export function RolePicker({ value, onChange }: RolePickerProps): ReactNode {
  const names = useTexts(roleNames);
  const t = useTexts(people);
  return (
    <Checkbox.Group
      label={t.roles}
      value={[...value]}
      onChange={(chosen) => onChange(roleOrder.filter((role) => chosen.includes(role)))}
    >
      <Stack gap="xs" mt="xs">
        {roleOrder.map((role) => (
          <Checkbox key={role} value={role} label={names[role]} description={t.roleHelp[role]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
