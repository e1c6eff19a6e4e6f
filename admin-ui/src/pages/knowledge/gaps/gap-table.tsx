import { Anchor, Badge, Paper, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import type { Gap } from '../../../data/gaps.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { gaps as texts } from '../../../i18n/gaps.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { GapCounts } from './gap-counts.tsx';

export function GapTable({ gaps }: { readonly gaps: readonly Gap[] }): ReactNode {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover aria-label={t.tab}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.question}</Table.Th>
              <Table.Th>{t.asked}</Table.Th>
              <Table.Th>{t.trend}</Table.Th>
              <Table.Th>{t.lastAsked}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {gaps.map(({ id, question, counts, trend, lastAskedAt, state }) => (
              <Table.Tr key={id}>
                <Table.Td maw={380}>
                  <Anchor
                    size="sm"
                    fw={500}
                    renderRoot={(props) => (
                      <Link {...props} to="/knowledge/gaps/$gapId" params={{ gapId: id }} />
                    )}
                  >
                    {question}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <GapCounts counts={counts} />
                </Table.Td>
                <Table.Td>{t.trendOf(format.number(trend.last), format.number(trend.before))}</Table.Td>
                <Table.Td>
                  <Timestamp at={lastAskedAt} />
                </Table.Td>
                <Table.Td>
                  <Badge variant={state === 'open' ? 'light' : 'default'} tt="none" fw={500}>
                    {t.states[state]}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
