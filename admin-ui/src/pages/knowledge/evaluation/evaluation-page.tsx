import '@mantine/charts/styles.layer.css';
import { Grid, Select, Stack } from '@mantine/core';
import { IconBooks, IconReportAnalytics } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { type Collection, useCollections } from '../../../data/collections.ts';
import { useEvaluationRuns } from '../../../data/evaluations.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { knowledge } from '../../../i18n/knowledge.ts';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import { EvaluationProgress } from './evaluation-progress.tsx';
import { QuestionSets } from './question-sets.tsx';
import { RunTable } from './run-table.tsx';
import { ThresholdCard } from './threshold-card.tsx';
import { TrendChart } from './trend-chart.tsx';

const route = getRouteApi('/frame/knowledge/evaluation');

/** How well a collection answers questions whose answers are known, and when it declines. */
export function EvaluationPage(): ReactNode {
  const t = useTexts(evaluation);
  const k = useTexts(knowledge);
  const collections = useCollections();
  return (
    <Page title={k.title} lead={t.lead} below={<KnowledgeTabs />}>
      <QueryView
        query={collections}
        isEmpty={(list) => readable(list).length === 0}
        empty={<EmptyState icon={IconBooks} title={t.noCollection} text={t.noCollectionText} />}
      >
        {(list) => <ChosenCollection collections={readable(list)} />}
      </QueryView>
    </Page>
  );
}

function readable(collections: readonly Collection[]): readonly Collection[] {
  return collections.filter(({ may }) => may.read);
}

function ChosenCollection({ collections }: { readonly collections: readonly Collection[] }): ReactNode {
  const t = useTexts(evaluation);
  const { in: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = collections.find(({ id }) => id === wanted) ?? collections[0];
  if (chosen === undefined) return null;
  return (
    <Stack gap="lg">
      <Select
        label={t.collection}
        maw={360}
        allowDeselect={false}
        data={collections.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.id}
        onChange={(id) => void navigate({ search: id === null ? {} : { in: id } })}
      />
      <Evaluations key={chosen.id} collection={chosen.id} />
    </Stack>
  );
}

function Evaluations({ collection }: { readonly collection: string }): ReactNode {
  const t = useTexts(evaluation);
  const mayWrite = useMay('evaluation:write');
  const runs = useEvaluationRuns(collection);
  return (
    <>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <QuestionSets collection={collection} mayWrite={mayWrite} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <ThresholdCard collection={collection} mayWrite={mayWrite} />
        </Grid.Col>
      </Grid>
      {mayWrite && <EvaluationProgress collection={collection} />}
      <QueryView
        query={runs}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState icon={IconReportAnalytics} title={t.noRuns} text={t.noRunsText} />}
      >
        {(list) => (
          <Stack gap="lg">
            <TrendChart runs={list} />
            <RunTable collection={collection} runs={list} />
            <ShowMore query={runs} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}
