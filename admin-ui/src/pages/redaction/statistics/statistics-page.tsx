import '@mantine/charts/styles.layer.css';
import { SimpleGrid, Stack } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { RangeChoice } from '../../../components/range-choice.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { type MaskStatistics, useMaskStatistics } from '../../../data/mask-statistics.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { redaction } from '../../../i18n/redaction.ts';
import { RedactionTabs } from '../redaction-tabs.tsx';
import { ExportMenu } from './export-menu.tsx';
import { MaskedOverTime } from './masked-over-time.tsx';
import { ProfileCounts } from './profile-counts.tsx';
import { StatisticsTiles } from './statistics-tiles.tsx';
import { TypeCounts } from './type-counts.tsx';

/** How much was masked, of which types, when, and with which profile. */
export function StatisticsPage(): ReactNode {
  const { title } = useTexts(redaction);
  const t = useTexts(maskStatistics);
  const { range = 'week' } = useSearch({ from: '/frame/redaction/statistics' });
  const navigate = useNavigate({ from: '/redaction/statistics' });
  const choice = (
    <>
      <RangeChoice
        range={range}
        onChange={(next) => void navigate({ search: { range: next }, replace: true })}
      />
      <ExportMenu range={range} />
    </>
  );
  return (
    <Page title={title} lead={t.lead} actions={choice} below={<RedactionTabs />}>
      <QueryView
        query={useMaskStatistics(range)}
        isEmpty={({ exchanges }) => exchanges === 0}
        empty={<EmptyState icon={IconChartBar} title={t.emptyTitle} text={t.emptyText} />}
      >
        {(statistics) => <Figures statistics={statistics} />}
      </QueryView>
    </Page>
  );
}

function Figures({ statistics }: { readonly statistics: MaskStatistics }): ReactNode {
  return (
    <Stack>
      <StatisticsTiles statistics={statistics} />
      <MaskedOverTime statistics={statistics} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <TypeCounts statistics={statistics} />
        <ProfileCounts statistics={statistics} />
      </SimpleGrid>
    </Stack>
  );
}
