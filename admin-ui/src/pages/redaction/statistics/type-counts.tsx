import { Anchor, ScrollArea, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CountTable } from '../../../components/count-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import type { MaskStatistics } from '../../../data/mask-statistics.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useTypeName } from '../../../state/use-type-name.ts';

export function TypeCounts({
  statistics: { types, masked },
}: {
  readonly statistics: MaskStatistics;
}): ReactNode {
  const t = useTexts(maskStatistics);
  const format = useFormat();
  return (
    <Panel title={t.byType}>
      {types.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t.nothing}
        </Text>
      ) : (
        <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, 'aria-label': t.byType }}>
          <CountTable
            label={t.byType}
            stickyHeader
            columns={[t.type, t.count, t.share, t.foundIn]}
            rows={types.map(({ type, count, exchanges }) => ({
              key: type,
              name: <TypeLink type={type} />,
              figures: [format.number(count), format.percent(count / masked), format.number(exchanges)],
            }))}
          />
        </ScrollArea.Autosize>
      )}
    </Panel>
  );
}

/** Leads to the rules for those who may read them. */
function TypeLink({ type }: { readonly type: string }): ReactNode {
  const typeName = useTypeName();
  const mayRead = useMay('redaction:read');
  if (!mayRead) return typeName(type);
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/redaction/types" search={{ type }} />}>
      {typeName(type)}
    </Anchor>
  );
}
