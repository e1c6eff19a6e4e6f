import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { StatTile } from '../../../components/stat-tile.tsx';
import type { MaskStatistics } from '../../../data/mask-statistics.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { useFormat } from '../../../i18n/use-format.ts';

export function StatisticsTiles({
  statistics: { masked, exchanges, types },
}: {
  readonly statistics: MaskStatistics;
}): ReactNode {
  const t = useTexts(maskStatistics);
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <StatTile label={t.masked} value={format.number(masked)} />
      <StatTile label={t.exchanges} value={format.number(exchanges)} />
      <StatTile
        label={t.perExchange}
        value={exchanges === 0 ? t.none : format.number(masked / exchanges, 1)}
        note={t.average}
      />
      <StatTile label={t.types} value={format.number(types.length)} />
    </SimpleGrid>
  );
}
