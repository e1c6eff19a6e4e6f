import { ActionIcon, Menu } from '@mantine/core';
import { IconBan, IconDots, IconKey, IconLogout, IconShield, IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Failure, toFailure } from '../../api/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureAlert } from '../../components/states.tsx';
import type { Account } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { EditRoles } from './edit-roles.tsx';
import { FirstPassword } from './first-password.tsx';
import { usePersonActions } from './use-person-actions.ts';

/** What may be done to an account, and the dialogs for it. */
export function PersonMenu({ person }: { readonly person: Account }): ReactNode {
  const t = useTexts(people);
  const actions = usePersonActions(person);
  const [editing, setEditing] = useState(false);
  const [password, setPassword] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const attempt = (action: () => Promise<unknown>) => (): void => {
    void action().catch((error: unknown) => setFailure(toFailure(error)));
  };
  const reset = attempt(async () => setPassword(await actions.resetPassword()));
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t.actionsFor(person.name)}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconShield size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t.editRoles}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={reset}>
            {t.reset}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={attempt(actions.endSessions)}
          >
            {t.endSessions}
          </Menu.Item>
          <Menu.Divider />
          {person.disabledAt === undefined ? (
            <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={attempt(actions.disable)}>
              {t.disable}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconUserCheck size={16} aria-hidden />}
              onClick={attempt(actions.enable)}
            >
              {t.enable}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {editing && <EditRoles person={person} onClose={() => setEditing(false)} />}
      {password !== undefined && (
        <Dialog
          opened
          onClose={() => setPassword(undefined)}
          title={t.passwordTitle}
          closeOnClickOutside={false}
        >
          <FirstPassword
            name={person.name}
            username={person.username}
            password={password}
            onDone={() => setPassword(undefined)}
          />
        </Dialog>
      )}
      <Dialog opened={failure !== undefined} onClose={() => setFailure(undefined)} title={person.name}>
        {failure !== undefined && <FailureAlert failure={failure} />}
      </Dialog>
    </>
  );
}
