import { Button, ScrollArea, Table, Text } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { charts } from '../i18n/charts.ts';
import { Panel } from './panel.tsx';

interface ChartPanelProps {
  readonly title: string;
  /** The figures of the chart, for whoever does not see it or wants the numbers. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said in place of the chart when there is nothing to draw. */
  readonly empty: string | undefined;
  readonly children: ReactNode;
}

const HEIGHT = 260;

/** A chart that is a table as well. */
export function ChartPanel({ title, head, rows, empty, children }: ChartPanelProps): ReactNode {
  const t = useTexts(charts);
  const [asTable, setAsTable] = useState(false);
  const toggle = (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={asTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
      onClick={() => setAsTable(!asTable)}
    >
      {asTable ? t.showChart : t.showTable}
    </Button>
  );
  if (empty !== undefined) {
    return (
      <Panel title={title}>
        <Text c="dimmed" size="sm">
          {empty}
        </Text>
      </Panel>
    );
  }
  return (
    <Panel title={title} action={toggle}>
      {asTable ? (
        <ScrollArea.Autosize mah={HEIGHT} viewportProps={{ tabIndex: 0, 'aria-label': title }}>
          <Table
            stickyHeader
            highlightOnHover
            data={{ head: [...head], body: rows.map((row) => [...row]), caption: title }}
          />
        </ScrollArea.Autosize>
      ) : (
        <div aria-hidden>{children}</div>
      )}
    </Panel>
  );
}
