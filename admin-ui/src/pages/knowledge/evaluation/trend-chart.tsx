import { LineChart } from '@mantine/charts';
import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EvaluationRun } from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { shareOf } from './share-of.ts';

/** Fewer points make no line. */
const FEWEST = 2;

/** The main shares over time, oldest first. The table below it holds the same numbers for whoever does not see it. */
export function TrendChart({ runs }: { readonly runs: readonly EvaluationRun[] }): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  if (runs.length < FEWEST) return null;
  const data = runs.toReversed().map(({ createdAt, figures: { all } }) => ({
    at: format.time(new Date(createdAt)),
    cited: shareOf(all, 'cited') ?? null,
    gold: shareOf(all, 'gold') ?? null,
    declined: shareOf(all, 'declined') ?? null,
  }));
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t.trend}
        </Title>
        <div aria-hidden>
          <LineChart
            h={240}
            data={data}
            dataKey="at"
            withLegend
            connectNulls
            lineChartProps={{ accessibilityLayer: false }}
            curveType="linear"
            valueFormatter={(value) => format.percent(value)}
            yAxisProps={{ domain: [0, 1], width: 60 }}
            series={[
              { name: 'cited', label: t.cited, color: 'pine.7' },
              { name: 'gold', label: t.gold, color: 'blue.7', strokeDasharray: '5 4' },
              { name: 'declined', label: t.declined, color: 'orange.6', strokeDasharray: '2 3' },
            ]}
          />
        </div>
      </Stack>
    </Paper>
  );
}
