import { LineChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import type { Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ChartPanel } from '../../components/chart-panel.tsx';
import { useBucketLabel } from '../../state/use-bucket-label.ts';

export function LatencyChart({ exchanges }: { readonly exchanges: Overview['exchanges'] }): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  const label = useBucketLabel(exchanges.unit);
  const timed = exchanges.buckets.map(({ from, latency }) => ({
    from: label(from),
    p50: latency?.p50 ?? null,
    p95: latency?.p95 ?? null,
  }));
  const show = (ms: number | null): string => (ms === null ? t.tiles.nothing : format.seconds(ms));
  return (
    <ChartPanel
      title={t.latency}
      head={[t.time, t.p50, t.p95]}
      rows={timed.map(({ from, p50, p95 }) => [from, show(p50), show(p95)])}
      empty={exchanges.latency === undefined ? t.noExchanges : undefined}
    >
      <LineChart
        h={260}
        data={timed}
        dataKey="from"
        withLegend
        connectNulls
        // Hidden from screen readers, which have the table: nothing in it may take the focus.
        lineChartProps={{ accessibilityLayer: false }}
        curveType="linear"
        valueFormatter={(value) => format.seconds(value)}
        yAxisProps={{ width: 60 }}
        series={[
          { name: 'p50', label: t.p50, color: 'pine.7' },
          { name: 'p95', label: t.p95, color: 'orange.6', strokeDasharray: '5 4' },
        ]}
      />
    </ChartPanel>
  );
}
