import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { LoadingState } from '../../components/states.tsx';
import type { SearchHit, SearchMode } from '../../data/search.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { search } from '../../i18n/search.ts';
import { SearchHitCard } from './search-hit-card.tsx';

interface SearchColumnProps {
  readonly mode: SearchMode;
  /** Best first; undefined while they load. */
  readonly hits: readonly SearchHit[] | undefined;
  /** Id of the chunk that is pointed at in any column. */
  readonly pointed: string | undefined;
  readonly onPoint: (chunk: string | undefined) => void;
}

/** What one way of searching found. */
export function SearchColumn({ mode, hits, pointed, onPoint }: SearchColumnProps): ReactNode {
  const t = useTexts(search);
  return (
    <section aria-label={t.hits(t.modes[mode])}>
      <Title order={2} size="h3">
        {t.modes[mode]}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t.modeHints[mode]}
      </Text>
      {hits === undefined && <LoadingState />}
      {hits?.length === 0 && <Text size="sm">{t.nothing}</Text>}
      <Stack gap="sm" component="ol" m={0} p={0}>
        {hits?.map((hit) => (
          <SearchHitCard
            key={hit.chunk}
            hit={hit}
            mode={mode}
            pointed={hit.chunk === pointed}
            onPoint={onPoint}
          />
        ))}
      </Stack>
    </section>
  );
}
