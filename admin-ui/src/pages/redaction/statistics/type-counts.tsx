import { Anchor, ScrollArea, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';
import type { MaskStatistics } from '../../../data/mask-statistics.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useTypeName } from '../../../state/use-type-name.ts';

export function TypeCounts({
  statistics: { types, masked },
}: {
  readonly statistics: MaskStatistics;
}): ReactNode {
  const t = useTexts(maskStatistics);
  const format = useFormat();
  return (
    <Panel title={t.byType}>
      {types.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t.nothing}
        </Text>
      ) : (
        <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, 'aria-label': t.byType }}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.type}</Table.Th>
                <Table.Th ta="end">{t.count}</Table.Th>
                <Table.Th ta="end">{t.share}</Table.Th>
                <Table.Th ta="end">{t.foundIn}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {types.map(({ type, count, exchanges }) => (
                <Table.Tr key={type}>
                  <Table.Td>
                    <TypeLink type={type} />
                  </Table.Td>
                  <Table.Td ta="end">{format.number(count)}</Table.Td>
                  <Table.Td ta="end">{format.percent(count / masked)}</Table.Td>
                  <Table.Td ta="end">{format.number(exchanges)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Panel>
  );
}

/** Leads to the rules for those who may read them. */
function TypeLink({ type }: { readonly type: string }): ReactNode {
  const typeName = useTypeName();
  const mayRead = useMay('redaction:read');
  if (!mayRead) return typeName(type);
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/redaction/types" search={{ type }} />}>
      {typeName(type)}
    </Anchor>
  );
}
