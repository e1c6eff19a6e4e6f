import { Badge, Paper, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import type { AuditRequest } from '../../../data/audit-requests.ts';
import { useUser } from '../../../data/session.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AboutRequest } from './about-request.tsx';
import { RequestActions } from './request-actions.tsx';

/** Requests with what the signed-in person may do about them. */
export function RequestTable({ requests }: { readonly requests: readonly AuditRequest[] }): ReactNode {
  const t = useTexts(auditRequests);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860}>
        <Table verticalSpacing="sm" aria-label={t.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.about}</Table.Th>
              <Table.Th>{t.reason}</Table.Th>
              <Table.Th>{t.asked}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
              <Table.Th>{t.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function RequestRow({ request }: { readonly request: AuditRequest }): ReactNode {
  const t = useTexts(auditRequests);
  const user = useUser();
  const { about, reason, askedBy, askedByName, askedAt } = request;
  return (
    <Table.Tr>
      <Table.Td>
        <AboutRequest about={about} />
      </Table.Td>
      <Table.Td maw={280}>{reason}</Table.Td>
      <Table.Td>
        {askedBy === user.id ? t.you : (askedByName ?? askedBy)}
        <Text size="sm" c="dimmed" component="div">
          <Timestamp at={askedAt} />
        </Text>
      </Table.Td>
      <Table.Td>
        <RequestState request={request} />
      </Table.Td>
      <Table.Td>
        <RequestActions request={request} />
      </Table.Td>
    </Table.Tr>
  );
}

/** How far a request is, and how long it stands. */
export function RequestState({ request }: { readonly request: AuditRequest }): ReactNode {
  const t = useTexts(auditRequests);
  const { state, expiresAt } = request;
  const stands = state === 'open' || state === 'granted';
  return (
    <>
      <Badge variant={stands ? 'light' : 'default'} tt="none" fw={500}>
        {t.states[state]}
      </Badge>
      {stands && (
        <Text size="sm" c="dimmed" component="div">
          {t.until} <Timestamp at={expiresAt} as="time" />
        </Text>
      )}
    </>
  );
}
