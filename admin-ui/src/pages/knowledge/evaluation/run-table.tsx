import { Anchor, Paper, Table, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import type { EvaluationRun } from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { measures, shareOf } from './share-of.ts';

interface RunTableProps {
  readonly collection: string;
  readonly runs: readonly EvaluationRun[];
}

export function RunTable({ collection, runs }: RunTableProps): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {t.runs}
      </Title>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={980}>
          <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.set}</Table.Th>
                <Table.Th>{t.when}</Table.Th>
                {measures.map((measure) => (
                  <Table.Th key={measure} ta="right">
                    {t[measure]}
                  </Table.Th>
                ))}
                <Table.Th ta="right">{t.threshold}</Table.Th>
                <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {t.latency}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runs.map(({ id, setName, createdAt, settings, figures: { all } }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor
                      size="sm"
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/knowledge/evaluation/$collectionId/$runId"
                          params={{ collectionId: collection, runId: id }}
                        />
                      )}
                    >
                      {setName}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    <Timestamp at={createdAt} />
                  </Table.Td>
                  {measures.map((measure) => (
                    <Table.Td key={measure} ta="right">
                      <Share value={shareOf(all, measure)} />
                    </Table.Td>
                  ))}
                  <Table.Td ta="right">{format.number(settings.threshold, 3)}</Table.Td>
                  <Table.Td
                    ta="right"
                    style={{ whiteSpace: 'nowrap' }}
                  >{`${format.seconds(all.p50)} · ${format.seconds(all.p95)}`}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
    </div>
  );
}

/** A share, or a dash where there was nothing to measure. */
export function Share({ value }: { readonly value: number | undefined }): ReactNode {
  const format = useFormat();
  return value === undefined ? '–' : format.percent(value);
}
