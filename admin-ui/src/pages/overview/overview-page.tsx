import '@mantine/charts/styles.layer.css';
import { SimpleGrid, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RangeChoice } from '../../components/range-choice.tsx';
import { type Overview, useOverview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { AlertList } from './alert-list.tsx';
import { FailureTable } from './failure-table.tsx';
import { HostPanel } from './host-panel.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { MaskedPanel } from './masked-panel.tsx';
import { ModelTable } from './model-table.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { Tiles } from './tiles.tsx';

/** How the product does, for those who watch it. */
export function OverviewPage(): ReactNode {
  const t = useTexts(overview);
  const { range = 'week' } = useSearch({ from: '/frame/overview' });
  const navigate = useNavigate({ from: '/overview' });
  const query = useOverview(range);
  const choice = (
    <RangeChoice
      range={range}
      onChange={(next) => void navigate({ search: { range: next }, replace: true })}
    />
  );
  return (
    <Page title={t.title} lead={t.lead} actions={choice}>
      <QueryView query={query}>{(data) => <Figures data={data} />}</QueryView>
    </Page>
  );
}

function Figures({ data: { exchanges, host, alerts } }: { readonly data: Overview }): ReactNode {
  return (
    <Stack gap="md">
      <AlertList alerts={alerts} />
      <Tiles exchanges={exchanges} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <OutcomeChart exchanges={exchanges} />
        <LatencyChart exchanges={exchanges} />
        <MaskedPanel masked={exchanges.masked} />
        <Stack>
          <ModelTable exchanges={exchanges} />
          <FailureTable failures={exchanges.failures} />
        </Stack>
      </SimpleGrid>
      <HostPanel host={host} />
    </Stack>
  );
}
