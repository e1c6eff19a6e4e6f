import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { useConfirm } from '../../../components/confirm.tsx';
import { FailureAlert } from '../../../components/states.tsx';
import { type AuditRequest, useGrant, useRefuse } from '../../../data/audit-requests.ts';
import { useUser } from '../../../data/session.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';

/** Another person's open request is decided; one's own is taken back, or looked at once it is granted. */
export function RequestActions({ request }: { readonly request: AuditRequest }): ReactNode {
  const own = useUser().id === request.askedBy;
  if (request.state === 'open') return own ? <TakeBack request={request} /> : <Decide request={request} />;
  if (own && request.state === 'granted' && request.about.kind === 'reveal') return <Open id={request.id} />;
  return null;
}

function Decide({ request }: { readonly request: AuditRequest }): ReactNode {
  const t = useTexts(auditRequests);
  const confirm = useConfirm();
  const [grant, refuse] = [useGrant(), useRefuse()];
  const agree = async (): Promise<void> => {
    const consequence = t.grantText[request.about.kind];
    if (await confirm({ title: t.grantTitle, consequence, action: t.grant })) grant.mutate(request.id);
  };
  const error = grant.error ?? refuse.error;
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" loading={grant.isPending} onClick={() => void agree()}>
          {t.grant}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={refuse.isPending}
          onClick={() => refuse.mutate(request.id)}
        >
          {t.refuse}
        </Button>
      </Group>
      {error !== null && <FailureAlert failure={toFailure(error)} />}
    </Stack>
  );
}

function TakeBack({ request }: { readonly request: AuditRequest }): ReactNode {
  const t = useTexts(auditRequests);
  const refuse = useRefuse();
  return (
    <Stack gap={4} align="flex-start">
      <Button
        size="xs"
        variant="default"
        loading={refuse.isPending}
        onClick={() => refuse.mutate(request.id)}
      >
        {t.takeBack}
      </Button>
      <Text size="xs" c="dimmed">
        {t.own}
      </Text>
      {refuse.error !== null && <FailureAlert failure={toFailure(refuse.error)} />}
    </Stack>
  );
}

function Open({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(auditRequests);
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/audit/requests/$id" params={{ id }} {...props} />}>
      {t.open}
    </Anchor>
  );
}
