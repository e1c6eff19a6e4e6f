import { Badge, Button, Group, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConfirm } from '../../components/confirm.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import {
  type OwnSession,
  useEndOtherSessions,
  useEndOwnSession,
  useOwnSessions,
} from '../../data/sessions.ts';
import { account } from '../../i18n/account.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Where the person is signed in. */
export function OwnSessions(): ReactNode {
  return <QueryView query={useOwnSessions()}>{(sessions) => <SessionList sessions={sessions} />}</QueryView>;
}

function SessionList({ sessions }: { readonly sessions: readonly OwnSession[] }): ReactNode {
  const t = useTexts(account);
  const confirm = useConfirm();
  const endOthers = useEndOtherSessions();
  const others = sessions.filter(({ current }) => !current).length;
  const ask = async (): Promise<void> => {
    const consequence = t.endOthersText(others);
    if (await confirm({ title: t.endOthersTitle, consequence, action: t.endOthers })) endOthers.mutate();
  };
  return (
    <Stack>
      <Table.ScrollContainer minWidth={420}>
        <Table aria-label={t.sessions}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.started}</Table.Th>
              <Table.Th>{t.lastSeen}</Table.Th>
              <Table.Th aria-hidden />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {others > 0 && (
        <Group>
          <Button variant="default" loading={endOthers.isPending} onClick={() => void ask()}>
            {t.endOthers}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function SessionRow({ session }: { readonly session: OwnSession }): ReactNode {
  const t = useTexts(account);
  const format = useFormat();
  const confirm = useConfirm();
  const end = useEndOwnSession();
  const ask = async (): Promise<void> => {
    const request = { title: t.endTitle, consequence: t.endText, action: t.endAction };
    if (await confirm(request)) end.mutate(session.id);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Timestamp at={session.createdAt} />
      </Table.Td>
      <Table.Td>
        <Timestamp at={session.lastSeenAt} />
      </Table.Td>
      <Table.Td ta="right">
        {session.current ? (
          <Badge variant="light" tt="none" fw={500}>
            {t.thisOne}
          </Badge>
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={t.endOf(format.time(new Date(session.createdAt)))}
            onClick={() => void ask()}
          >
            {t.end}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
