import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { type Failure, toFailure } from '../../api/failure.ts';
import { FailureAlert } from '../../components/states.tsx';
import { useChangePassword } from '../../data/account.ts';
import { account } from '../../i18n/account.ts';
import { useTexts } from '../../i18n/define-texts.ts';

const initialValues = { current: '', next: '', repeat: '' };

/** The person's own password. */
export function PasswordForm(): ReactNode {
  const t = useTexts(account);
  const change = useChangePassword();
  const form = useForm({
    initialValues,
    validate: { repeat: (repeat, { next }) => (repeat === next ? null : t.differs) },
  });
  const submit = ({ current, next }: typeof initialValues): void =>
    change.mutate({ current, next }, { onSuccess: form.reset });
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t.show } };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack maw={420}>
        {change.error !== null && <PasswordFailure failure={toFailure(change.error)} />}
        {change.isSuccess && <Alert role="status">{t.changed}</Alert>}
        <PasswordInput
          label={t.current}
          autoComplete="current-password"
          required
          maxLength={1024}
          {...toggle}
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t.next}
          description={t.nextHint}
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={1024}
          {...toggle}
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label={t.repeat}
          autoComplete="new-password"
          required
          maxLength={1024}
          {...toggle}
          {...form.getInputProps('repeat')}
        />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t.change}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function PasswordFailure({ failure }: { readonly failure: Failure }): ReactNode {
  const t = useTexts(account);
  if (failure.kind !== 'credentials') return <FailureAlert failure={failure} />;
  return (
    <Alert color="red" role="alert">
      {t.wrong}
    </Alert>
  );
}
