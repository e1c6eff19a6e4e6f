import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { toFailure } from '../../api/failure.ts';
import { FailureAlert } from '../../components/states.tsx';
import { useRename } from '../../data/account.ts';
import { useUser } from '../../data/session.ts';
import { account } from '../../i18n/account.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { RoleBadges } from './role-badges.tsx';

/** The person's own name; the roles beside it are given by somebody else. */
export function NameForm(): ReactNode {
  const t = useTexts(account);
  const user = useUser();
  const rename = useRename();
  const [name, setName] = useState(user.name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    rename.mutate(name);
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        {rename.error !== null && <FailureAlert failure={toFailure(rename.error)} />}
        <TextInput
          label={t.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="name"
          required
          maxLength={200}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t.roles}
          </Text>
          <RoleBadges roles={user.roles} />
        </div>
        <Group>
          <Button
            type="submit"
            variant="default"
            disabled={name.trim() === user.name}
            loading={rename.isPending}
          >
            {t.saveName}
          </Button>
          {rename.isSuccess && name.trim() === user.name && (
            <Text size="sm" role="status">
              {t.nameSaved}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
