import { Button, Paper, Table } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toFailure } from '../../api/failure.ts';
import { useConfirm } from '../../components/confirm.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { EmptyState, FailureAlert } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { useMay } from '../../data/session.ts';
import { type Session, useEndSession, useSessions } from '../../data/sessions.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { PeopleTabs } from './people-tabs.tsx';

export function SessionsPage(): ReactNode {
  const t = useTexts(people);
  const query = useSessions();
  const end = useEndSession();
  return (
    <Page title={t.sessionsTitle} lead={t.sessionsLead} below={<PeopleTabs />}>
      {end.error !== null && <FailureAlert failure={toFailure(end.error)} />}
      <QueryView
        query={query}
        isEmpty={(sessions) => sessions.length === 0}
        empty={<EmptyState icon={IconUserOff} title={t.sessionsEmpty} />}
      >
        {(sessions) => <SessionTable sessions={sessions} onEnd={end.mutate} />}
      </QueryView>
      <ShowMore query={query} />
    </Page>
  );
}

interface SessionTableProps {
  readonly sessions: readonly Session[];
  readonly onEnd: (id: string) => void;
}

function SessionTable({ sessions, onEnd }: SessionTableProps): ReactNode {
  const t = useTexts(people);
  const confirm = useConfirm();
  const mayEnd = useMay('session:revoke');
  const ask = async ({ id, user }: Session): Promise<void> => {
    const request = { title: t.endTitle(user.name), consequence: t.endText, action: t.endAction };
    if (await confirm(request)) onEnd(id);
  };
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing="sm" aria-label={t.sessionsTitle}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.person}</Table.Th>
              <Table.Th>{t.started}</Table.Th>
              <Table.Th>{t.lastSeen}</Table.Th>
              <Table.Th>{t.endsAt}</Table.Th>
              {mayEnd && <Table.Th aria-hidden />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td fw={500}>{session.user.name}</Table.Td>
                <Table.Td>
                  <Timestamp at={session.createdAt} />
                </Table.Td>
                <Table.Td>
                  <Timestamp at={session.lastSeenAt} />
                </Table.Td>
                <Table.Td>
                  <Timestamp at={session.expiresAt} as="time" />
                </Table.Td>
                {mayEnd && (
                  <Table.Td ta="right">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t.endFor(session.user.name)}
                      onClick={() => void ask(session)}
                    >
                      {t.end}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
