import { BarChart, type BarChartProps } from '@mantine/charts';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/use-format.ts';

/** Counts of several kinds over time; `from` of each point is what stands under its bar. */
export function StackedBars({ data, series }: Pick<BarChartProps, 'data' | 'series'>): ReactNode {
  const format = useFormat();
  return (
    <BarChart
      h={260}
      data={data}
      dataKey="from"
      type="stacked"
      withLegend
      // Hidden from screen readers, which have the table: nothing in it may take the focus.
      barChartProps={{ accessibilityLayer: false }}
      maxBarWidth={28}
      valueFormatter={(value) => format.number(value)}
      yAxisProps={{ allowDecimals: false, width: 40 }}
      series={series}
    />
  );
}
