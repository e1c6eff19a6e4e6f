import { Badge, Paper, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../components/timestamp.tsx';
import type { Account } from '../../data/people.ts';
import { useMay, useUser } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { PersonMenu } from './person-menu.tsx';
import { RoleBadges } from './role-badges.tsx';

export function PeopleTable({ accounts }: { readonly accounts: readonly Account[] }): ReactNode {
  const t = useTexts(people);
  const mayChange = useMay('user:update');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="sm" aria-label={t.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.name}</Table.Th>
              <Table.Th>{t.roles}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
              <Table.Th>{t.lastSignIn}</Table.Th>
              {mayChange && <Table.Th aria-hidden />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.map((person) => (
              <PersonRow key={person.id} person={person} mayChange={mayChange} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function PersonRow({
  person,
  mayChange,
}: {
  readonly person: Account;
  readonly mayChange: boolean;
}): ReactNode {
  const t = useTexts(people);
  const me = useUser();
  const { name, username, roles, disabledAt, lastSignInAt } = person;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500}>
          {name}
          {person.id === me.id && (
            <Text span c="dimmed" size="sm" ml={6}>
              {t.you}
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {username}
        </Text>
      </Table.Td>
      <Table.Td>
        <RoleBadges roles={roles} />
      </Table.Td>
      <Table.Td>
        <Badge variant={disabledAt === undefined ? 'light' : 'default'} tt="none" fw={500}>
          {disabledAt === undefined ? t.active : t.disabled}
        </Badge>
      </Table.Td>
      <Table.Td>{lastSignInAt === undefined ? t.never : <Timestamp at={lastSignInAt} />}</Table.Td>
      {mayChange && (
        <Table.Td ta="right">
          <PersonMenu person={person} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
