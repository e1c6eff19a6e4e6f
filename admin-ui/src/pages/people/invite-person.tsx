import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { composeFirstPassword } from '../../data/first-password.ts';
import { type Account, type Role, useInvite } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { shell } from '../../i18n/shell.ts';
import { FirstPassword } from './first-password.tsx';
import { RolePicker } from './role-picker.tsx';
import { RolePreview } from './role-preview.tsx';

interface Invited {
  readonly account: Account;
  readonly password: string;
}

/** Makes an account with a generated password, which is shown once. */
export function InvitePerson({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTexts(people);
  const [invited, setInvited] = useState<Invited>();
  const close = (): void => {
    setInvited(undefined);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      size="xl"
      closeOnClickOutside={false}
      title={invited === undefined ? t.inviteTitle : t.passwordTitle}
    >
      {invited === undefined ? (
        <InviteForm onInvited={setInvited} onCancel={close} />
      ) : (
        <FirstPassword
          name={invited.account.name}
          username={invited.account.username}
          password={invited.password}
          onDone={close}
        />
      )}
    </Dialog>
  );
}

interface InviteFormProps {
  readonly onInvited: (invited: Invited) => void;
  readonly onCancel: () => void;
}

interface Values {
  displayName: string;
  username: string;
  roles: Role[];
}

function InviteForm({ onInvited, onCancel }: InviteFormProps): ReactNode {
  const t = useTexts(people);
  const { cancel } = useTexts(shell);
  const invite = useInvite();
  const form = useForm<Values>({ initialValues: { displayName: '', username: '', roles: ['member'] } });
  const { roles } = form.values;
  const submit = (values: Values): void => {
    const password = composeFirstPassword();
    invite.mutate({ ...values, password }, { onSuccess: (account) => onInvited({ account, password }) });
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack>
        {invite.error !== null && <FailureAlert failure={toFailure(invite.error)} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t.name}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('displayName')}
          />
          <TextInput
            label={t.username}
            description={t.usernameHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            maxLength={100}
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('username')}
          />
          <RolePicker value={roles} onChange={(chosen) => form.setFieldValue('roles', chosen)} />
          <RolePreview roles={roles} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
          <Button type="submit" disabled={roles.length === 0} loading={invite.isPending}>
            {t.inviteSubmit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
