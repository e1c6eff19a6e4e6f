import type { ReactNode } from 'react';
import type { Bucket, OutcomeCounts, Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ChartPanel } from '../../components/chart-panel.tsx';
import { StackedBars } from '../../components/stacked-bars.tsx';
import { useBucketLabel } from '../../state/use-bucket-label.ts';

/** From the bottom of a bar to its top: what went well first. */
const outcomes = [
  'approved',
  'quoted',
  'answered',
  'chatted',
  'declined',
  'failed',
] as const satisfies readonly (keyof OutcomeCounts)[];

const colors: Readonly<Record<keyof OutcomeCounts, string>> = {
  approved: 'pine.9',
  quoted: 'pine.7',
  answered: 'cyan.5',
  chatted: 'gray.5',
  declined: 'yellow.5',
  failed: 'red.7',
};

export function OutcomeChart({ exchanges }: { readonly exchanges: Overview['exchanges'] }): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  const label = useBucketLabel(exchanges.unit);
  const rowOf = ({ from, outcomes: counts }: Bucket): string[] => [
    label(from),
    ...outcomes.map((name) => format.number(counts[name])),
  ];
  return (
    <ChartPanel
      title={t.volume}
      head={[t.time, ...outcomes.map((name) => t.outcomes[name])]}
      rows={exchanges.buckets.map(rowOf)}
      empty={exchanges.total === 0 ? t.noExchanges : undefined}
    >
      <StackedBars
        data={exchanges.buckets.map(({ from, outcomes: counts }) => ({ from: label(from), ...counts }))}
        series={outcomes.map((name) => ({ name, label: t.outcomes[name], color: colors[name] }))}
      />
    </ChartPanel>
  );
}
