import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { StatTile } from '../../components/stat-tile.tsx';
import type { Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** The figures somebody looks at first. */
export function Tiles({ exchanges }: { readonly exchanges: Overview['exchanges'] }): ReactNode {
  const t = useTexts(overview).tiles;
  const format = useFormat();
  const { total, outcomes, latency, masked } = exchanges;
  const share = (count: number): string => (total === 0 ? t.nothing : format.percent(count / total));
  const values = masked.reduce((sum, { count }) => sum + count, 0);
  return (
    <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }}>
      <StatTile label={t.exchanges} value={format.number(total)} />
      <StatTile
        label={t.latency}
        value={latency === undefined ? t.nothing : format.seconds(latency.p50)}
        note={latency && t.latencyNote(format.seconds(latency.p95))}
      />
      <StatTile
        label={t.declined}
        value={share(outcomes.declined)}
        note={t.declinedNote(format.number(outcomes.declined))}
      />
      <StatTile
        label={t.failed}
        value={format.number(outcomes.failed)}
        note={t.failedNote(share(outcomes.failed))}
      />
      <RatingTile ratings={exchanges.ratings} />
      <StatTile
        label={t.masked}
        value={format.number(values)}
        note={t.maskedNote(format.number(masked.length))}
      />
    </SimpleGrid>
  );
}

function RatingTile({
  ratings: { up, down },
}: {
  readonly ratings: Overview['exchanges']['ratings'];
}): ReactNode {
  const t = useTexts(overview).tiles;
  const format = useFormat();
  if (up + down === 0) return <StatTile label={t.ratings} value={t.nothing} note={t.ratingsNone} />;
  return (
    <StatTile
      label={t.ratings}
      value={format.percent(up / (up + down))}
      note={t.ratingsNote(format.number(up), format.number(down))}
    />
  );
}
