import { Paper, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import { useMay } from '../../../data/session.ts';
import type { Source } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { SourceMenu } from './source-menu.tsx';
import { SourceState } from './source-state.tsx';

export function SourceTable({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  const t = useTexts(texts);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.name}</Table.Th>
              <Table.Th>{t.collection}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
              <Table.Th style={{ whiteSpace: 'nowrap' }}>{t.lastRun}</Table.Th>
              <Table.Th style={{ whiteSpace: 'nowrap' }}>{t.nextRun}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function SourceRow({ source }: { readonly source: Source }): ReactNode {
  const t = useTexts(texts);
  const mayManage = useMay('source:manage');
  const { id, name, kind, collection, nextRunAt } = source;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t.kinds[kind]} ·{' '}
          <Text span inherit ff="monospace">
            {id}
          </Text>
        </Text>
      </Table.Td>
      <Table.Td>{collection}</Table.Td>
      <Table.Td>
        <SourceState source={source} />
      </Table.Td>
      <Table.Td>
        <LastRun run={source.lastRun} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {nextRunAt === undefined ? '–' : <Timestamp at={nextRunAt} />}
      </Table.Td>
      <Table.Td w={1}>{mayManage && <SourceMenu source={source} />}</Table.Td>
    </Table.Tr>
  );
}

function LastRun({ run }: { readonly run: Source['lastRun'] }): ReactNode {
  const t = useTexts(texts);
  const { number } = useFormat();
  if (run === undefined) return t.never;
  return (
    <>
      <Timestamp at={run.endedAt} />
      {run.outcome !== 'failed' && (
        <Text size="xs" c="dimmed">
          {t.counts(number(run.added), number(run.changed), number(run.removed))} ·{' '}
          {t.unchanged(number(run.unchanged))}
        </Text>
      )}
    </>
  );
}
