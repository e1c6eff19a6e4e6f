import { Alert, Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useConfirm } from '../../../components/confirm.tsx';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Timestamp } from '../../../components/timestamp.tsx';
import {
  type EvaluationRun,
  type RunDetail,
  useEvaluationRun,
  useSetThreshold,
  useThreshold,
} from '../../../data/evaluations.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ResultTable } from './result-table.tsx';
import { RunFigures } from './run-figures.tsx';

const route = getRouteApi('/frame/knowledge/evaluation/$collectionId/$runId');

/** One evaluation: its figures beside those of the run before, and what became of each question. */
export function RunPage(): ReactNode {
  const { collectionId, runId } = route.useParams();
  const query = useEvaluationRun(collectionId, runId);
  return (
    <QueryView query={query}>
      {(detail) => <LoadedRun collection={collectionId} detail={detail} more={<ShowMore query={query} />} />}
    </QueryView>
  );
}

interface LoadedRunProps {
  readonly collection: string;
  readonly detail: RunDetail;
  readonly more: ReactNode;
}

function LoadedRun({ collection, detail: { run, before, results }, more }: LoadedRunProps): ReactNode {
  const t = useTexts(evaluation);
  return (
    <Page title={run.setName} below={<RunFacts collection={collection} run={run} />}>
      <Stack gap="lg">
        <RunFigures run={run} before={before} />
        {before === undefined && (
          <Text size="sm" c="dimmed">
            {t.noBefore}
          </Text>
        )}
        {before !== undefined && !isComparable(run, before) && (
          <Alert color="yellow">{t.otherSettings}</Alert>
        )}
        <Calibration collection={collection} run={run} />
        <ResultTable results={results} />
        {more}
      </Stack>
    </Page>
  );
}

function isComparable({ settings }: EvaluationRun, { settings: earlier }: EvaluationRun): boolean {
  return (['model', 'embedder', 'threshold', 'documents', 'chunks'] as const).every(
    (key) => settings[key] === earlier[key],
  );
}

function RunFacts({
  collection,
  run,
}: {
  readonly collection: string;
  readonly run: EvaluationRun;
}): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  const { model, documents, threshold } = run.settings;
  return (
    <Group gap="lg">
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...props} to="/knowledge/evaluation" search={{ in: collection }} />}
      >
        {t.back}
      </Anchor>
      <Text size="sm" c="dimmed">
        <Timestamp at={run.createdAt} as="time" />
      </Text>
      <Text size="sm" c="dimmed">
        {`${t.model} ${model} · ${t.documents} ${format.number(documents)} · ${t.threshold} ${format.number(threshold, 3)}`}
      </Text>
    </Group>
  );
}

/** The threshold that these questions ask for, to be applied. */
function Calibration({
  collection,
  run,
}: {
  readonly collection: string;
  readonly run: EvaluationRun;
}): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  const confirm = useConfirm();
  const mayWrite = useMay('evaluation:write');
  const { data: inForce } = useThreshold(collection);
  const set = useSetThreshold(collection);
  const { calibration } = run;
  if (calibration === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t.tooFew}
      </Text>
    );
  }
  const { threshold } = calibration;
  const apply = async (): Promise<void> => {
    const consequence = t.applyConsequence(
      format.number(inForce?.threshold ?? 0, 3),
      format.number(threshold, 3),
    );
    if (await confirm({ title: t.applyTitle, consequence, action: t.apply }))
      set.mutate({ threshold, run: run.id });
  };
  const applies = inForce?.threshold === threshold;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <div>
          <Text fw={500}>{t.calibrated(format.number(threshold, 3))}</Text>
          <Text size="sm" c="dimmed">
            {t.calibratedText(format.percent(calibration.answered), format.percent(calibration.declined))}
          </Text>
        </div>
        {applies ? (
          <Text size="sm">{t.applied}</Text>
        ) : (
          mayWrite &&
          inForce !== undefined && (
            <Button loading={set.isPending} onClick={() => void apply()}>
              {t.apply}
            </Button>
          )
        )}
      </Group>
    </Paper>
  );
}
