import { Code, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../components/panel.tsx';

/** Error codes of exchanges that ended without an answer. */
export function FailureTable({
  failures,
}: {
  readonly failures: Overview['exchanges']['failures'];
}): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  return (
    <Panel title={t.failures}>
      {failures.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t.failuresNone}
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.code}</Table.Th>
              <Table.Th ta="end">{t.count}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {failures.map(({ code, count }) => (
              <Table.Tr key={code}>
                <Table.Td>
                  <Code>{code}</Code>
                </Table.Td>
                <Table.Td ta="end">{format.number(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
