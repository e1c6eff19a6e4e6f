import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';
import type { MaskStatistics } from '../../../data/mask-statistics.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** With which profile how much was masked. */
export function ProfileCounts({
  statistics: { profiles },
}: {
  readonly statistics: MaskStatistics;
}): ReactNode {
  const t = useTexts(maskStatistics);
  const format = useFormat();
  return (
    <Panel title={t.byProfile}>
      <Table aria-label={t.byProfile}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.profile}</Table.Th>
            <Table.Th ta="end">{t.exchanges}</Table.Th>
            <Table.Th ta="end">{t.masked}</Table.Th>
            <Table.Th ta="end">{t.perExchange}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.map(({ profile, exchanges, masked }) => (
            <Table.Tr key={profile ?? ''}>
              <Table.Td>{profile ?? t.unknownProfile}</Table.Td>
              <Table.Td ta="end">{format.number(exchanges)}</Table.Td>
              <Table.Td ta="end">{format.number(masked)}</Table.Td>
              <Table.Td ta="end">{format.number(masked / exchanges, 1)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
