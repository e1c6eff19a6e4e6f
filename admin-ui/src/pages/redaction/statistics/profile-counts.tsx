import type { ReactNode } from 'react';
import { CountTable } from '../../../components/count-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import type { MaskStatistics } from '../../../data/mask-statistics.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** With which profile how much was masked. */
export function ProfileCounts({
  statistics: { profiles },
}: {
  readonly statistics: MaskStatistics;
}): ReactNode {
  const t = useTexts(maskStatistics);
  const format = useFormat();
  return (
    <Panel title={t.byProfile}>
      <CountTable
        label={t.byProfile}
        columns={[t.profile, t.exchanges, t.masked, t.perExchange]}
        rows={profiles.map(({ profile, exchanges, masked }) => ({
          key: profile ?? '',
          name: profile ?? t.unknownProfile,
          figures: [format.number(exchanges), format.number(masked), format.number(masked / exchanges, 1)],
        }))}
      />
    </Panel>
  );
}
