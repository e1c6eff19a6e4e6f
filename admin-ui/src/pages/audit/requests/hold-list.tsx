import { Button, Code, Paper, Table, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { Timestamp } from '../../../components/timestamp.tsx';
import { type Hold, useAskRelease, useHolds } from '../../../data/audit-requests.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AskDialog, useReasonCheck } from './ask-dialog.tsx';
import { HoldEntries } from './hold-entries.tsx';

/** Holds in force, and the way to have one cleared. */
export function HoldList(): ReactNode {
  const t = useTexts(auditRequests);
  const holds = useHolds();
  const [clearing, setClearing] = useState<string>();
  return (
    <section aria-labelledby="holds-title">
      <Title order={2} id="holds-title" mb="xs">
        {t.holds}
      </Title>
      <QueryView
        query={holds}
        isEmpty={(list) => list.length === 0}
        empty={<Text c="dimmed">{t.noHolds}</Text>}
      >
        {(list) => <HoldTable holds={list} onClear={setClearing} />}
      </QueryView>
      <AskRelease hold={clearing} onClose={() => setClearing(undefined)} />
    </section>
  );
}

function HoldTable({
  holds,
  onClear,
}: {
  readonly holds: readonly Hold[];
  readonly onClear: (hold: string) => void;
}): ReactNode {
  const t = useTexts(auditRequests);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm" aria-label={t.holds}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.scope}</Table.Th>
              <Table.Th>{t.setAt}</Table.Th>
              <Table.Th aria-hidden />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {holds.map(({ id, scope, setAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <HoldEntries scope={scope} />
                  <br />
                  <Code>{id}</Code>
                </Table.Td>
                <Table.Td>
                  <Timestamp at={setAt} as="time" />
                </Table.Td>
                <Table.Td ta="right">
                  <Button size="xs" variant="default" onClick={() => onClear(id)}>
                    {t.askRelease}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function AskRelease({
  hold,
  onClose,
}: {
  readonly hold: string | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTexts(auditRequests);
  const ask = useAskRelease();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: useReasonCheck() } });
  const finish = (): void => {
    onClose();
    form.reset();
  };
  return (
    <AskDialog
      title={t.askReleaseTitle}
      opened={hold !== undefined}
      onClose={onClose}
      form={form}
      pending={ask.isPending}
      error={ask.error}
      onAsk={({ reason }) => hold !== undefined && ask.mutate({ hold, reason }, { onSuccess: finish })}
    />
  );
}
