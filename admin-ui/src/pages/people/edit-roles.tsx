import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { type Account, useChangePerson } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { shell } from '../../i18n/shell.ts';
import { RolePicker } from './role-picker.tsx';
import { RolePreview } from './role-preview.tsx';

interface EditRolesProps {
  readonly person: Account;
  readonly onClose: () => void;
}

/** Other roles for a person, with what they permit before they are saved. */
export function EditRoles({ person, onClose }: EditRolesProps): ReactNode {
  const t = useTexts(people);
  const { cancel } = useTexts(shell);
  const change = useChangePerson();
  const [roles, setRoles] = useState<Account['roles']>(person.roles);
  const save = (): void => change.mutate({ id: person.id, roles }, { onSuccess: onClose });
  return (
    <Dialog opened onClose={onClose} size="xl" title={t.rolesTitle(person.name)}>
      <Stack>
        {change.error !== null && <FailureAlert failure={toFailure(change.error)} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <RolePicker value={roles} onChange={setRoles} />
          <RolePreview roles={roles} before={person.roles} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {cancel}
          </Button>
          <Button disabled={roles.length === 0} loading={change.isPending} onClick={save}>
            {t.save}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
