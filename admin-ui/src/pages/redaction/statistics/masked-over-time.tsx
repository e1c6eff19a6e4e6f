import type { ReactNode } from 'react';
import { ChartPanel } from '../../../components/chart-panel.tsx';
import { StackedBars } from '../../../components/stacked-bars.tsx';
import type { MaskStatistics } from '../../../data/mask-statistics.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useBucketLabel } from '../../../state/use-bucket-label.ts';
import { useTypeName } from '../../../state/use-type-name.ts';
import { countsOf, OTHERS, seriesOf } from './series.ts';

/** One for each series, then the one of all others; neighbours differ in lightness as well. */
const colors = [
  'pine.8',
  'cyan.5',
  'indigo.7',
  'violet.4',
  'orange.7',
  'yellow.4',
  'red.7',
  'lime.5',
  'gray.5',
];

/** What was masked each day or hour, the most frequent types apart. */
export function MaskedOverTime({ statistics }: { readonly statistics: MaskStatistics }): ReactNode {
  const t = useTexts(maskStatistics);
  const format = useFormat();
  const typeName = useTypeName();
  const label = useBucketLabel(statistics.unit);
  const names = seriesOf(statistics);
  const nameOf = (name: string): string => (name === OTHERS ? t.others : typeName(name));
  const points = statistics.buckets.map((bucket) => ({
    from: label(bucket.from),
    total: bucket.masked,
    counts: countsOf(bucket),
  }));
  return (
    <ChartPanel
      title={t.overTime}
      head={[t.time, t.total, ...names.map(nameOf)]}
      rows={points.map(({ from, total, counts }) => [
        from,
        format.number(total),
        ...names.map((name) => format.number(counts[name] ?? 0)),
      ])}
      empty={statistics.masked === 0 ? t.nothing : undefined}
    >
      <StackedBars
        data={points.map(({ from, counts }) => ({ from, ...counts }))}
        series={names.map((name, place) => ({
          name,
          label: nameOf(name),
          color: (name === OTHERS ? undefined : colors[place]) ?? 'gray.5',
        }))}
      />
    </ChartPanel>
  );
}
