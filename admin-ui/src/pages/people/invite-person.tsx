import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { toFailure } from '../../api/failure.ts';
import { FailureAlert } from '../../components/states.tsx';
import { composeFirstPassword } from '../../data/first-password.ts';
import { type Account, type Role, useInvite } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { shell } from '../../i18n/shell.ts';
import { FirstPassword } from './first-password.tsx';
import { RolePicker } from './role-picker.tsx';
import { RolePreview } from './role-preview.tsx';
import { SecretDialog } from './secret-dialog.tsx';

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
  return (
    <SecretDialog<Invited>
      opened={opened}
      onClose={onClose}
      formTitle={t.inviteTitle}
      form={(onMade, onCancel) => <InviteForm onInvited={onMade} onCancel={onCancel} />}
      secretTitle={t.passwordTitle}
      secret={({ account: { name, username }, password }, onDone) => (
        <FirstPassword name={name} username={username} password={password} onDone={onDone} />
      )}
    />
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
