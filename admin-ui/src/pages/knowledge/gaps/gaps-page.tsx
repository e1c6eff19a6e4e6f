import { Group, Select, Text } from '@mantine/core';
import { IconPuzzle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { GAP_PAGE_SIZE, type GapState, gapStates, useGaps } from '../../../data/gaps.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { gaps } from '../../../i18n/gaps.ts';
import { knowledge } from '../../../i18n/knowledge.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DocumentPager } from '../document-pager.tsx';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import { GapTable } from './gap-table.tsx';

/** The questions that nothing answered well. */
export function GapsPage(): ReactNode {
  const t = useTexts(gaps);
  const { title } = useTexts(knowledge);
  const format = useFormat();
  const [state, setState] = useState<GapState | undefined>('open');
  const [page, setPage] = useState(1);
  const query = useGaps(state, page);
  return (
    <Page title={title} lead={t.lead} below={<KnowledgeTabs />}>
      <Group mb="md">
        <Select
          aria-label={t.state}
          placeholder={t.anyState}
          clearable
          w={200}
          data={gapStates.map((value) => ({ value, label: t.states[value] }))}
          value={state ?? null}
          onChange={(chosen) => {
            setState(gapStates.find((known) => known === chosen));
            setPage(1);
          }}
        />
        {query.data !== undefined && (
          <Text size="sm" c="dimmed" role="status" ml="auto">
            {t.total(format.number(query.data.total))}
          </Text>
        )}
      </Group>
      <QueryView
        query={query}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState icon={IconPuzzle} title={t.none} text={t.noneText} />}
      >
        {(found) => (
          <>
            <GapTable gaps={found.gaps} />
            <DocumentPager page={page} pages={Math.ceil(found.total / GAP_PAGE_SIZE)} onPage={setPage} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
