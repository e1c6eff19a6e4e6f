import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconEye } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { FailureAlert } from '../../../components/states.tsx';
import { type AuditRequest, useAuditRequest, useReveal } from '../../../data/audit-requests.ts';
import { useUser } from '../../../data/session.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AboutRequest } from './about-request.tsx';
import { RequestState } from './request-table.tsx';
import { Revealed } from './revealed.tsx';

/** One request; for who asked, and once it is granted, the text behind it. */
export function RequestPage(): ReactNode {
  const t = useTexts(auditRequests);
  const { id } = useParams({ from: '/frame/audit/requests/$id' });
  const request = useAuditRequest(id);
  return (
    <Page
      title={t.requestTitle}
      actions={
        <Button
          component={Link}
          to="/audit/requests"
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t.back}
        </Button>
      }
    >
      <QueryView query={request}>{(found) => <RequestDetail request={found} />}</QueryView>
    </Page>
  );
}

function RequestDetail({ request }: { readonly request: AuditRequest }): ReactNode {
  const own = useUser().id === request.askedBy;
  return (
    <Stack>
      <Paper withBorder p="md">
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Text component="div" fw={600}>
              <AboutRequest about={request.about} />
            </Text>
            <Text>{request.reason}</Text>
          </Stack>
          <div>
            <RequestState request={request} />
          </div>
        </Group>
      </Paper>
      {own && request.state === 'granted' && request.about.kind === 'reveal' && <Reveal id={request.id} />}
    </Stack>
  );
}

function Reveal({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(auditRequests);
  const reveal = useReveal();
  if (reveal.data !== undefined) return <Revealed content={reveal.data} onHide={() => reveal.reset()} />;
  return (
    <Stack align="flex-start" gap="xs">
      <Button
        leftSection={<IconEye size={16} aria-hidden />}
        loading={reveal.isPending}
        onClick={() => reveal.mutate(id)}
      >
        {t.show}
      </Button>
      <Text size="sm" c="dimmed">
        {t.showText}
      </Text>
      {reveal.error !== null && <FailureAlert failure={toFailure(reveal.error)} />}
    </Stack>
  );
}
