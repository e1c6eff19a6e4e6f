import { Alert, Code, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Timestamp } from '../../../components/timestamp.tsx';
import { type Source, type SourceRun, useSourceRuns } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { useFormat } from '../../../i18n/use-format.ts';

interface SourceReportProps {
  readonly source: Source;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What could not be read, item by item, and the runs that changed something. */
export function SourceReport({ source, opened, onClose }: SourceReportProps): ReactNode {
  const t = useTexts(texts);
  return (
    <Dialog opened={opened} onClose={onClose} title={t.reportOf(source.name)} size="lg">
      <Stack>
        {source.lastRun !== undefined && <Failures run={source.lastRun} />}
        <Runs id={source.id} />
      </Stack>
    </Dialog>
  );
}

function Failures({ run }: { readonly run: SourceRun }): ReactNode {
  const t = useTexts(texts);
  const { number } = useFormat();
  if (run.reason !== undefined) {
    return (
      <Alert color="red" title={t.states.failed} lang="en">
        {run.reason}
      </Alert>
    );
  }
  if (run.failed === 0) return <Text size="sm">{t.noFailures}</Text>;
  const more = run.failed - run.failures.length;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t.failures}
      </Title>
      <List size="sm" spacing="xs">
        {run.failures.map(({ path, reason }) => (
          <List.Item key={path}>
            <Code>{path}</Code>{' '}
            <Text span inherit lang="en">
              {reason}
            </Text>
          </List.Item>
        ))}
        {more > 0 && <List.Item>{t.moreFailures(number(more))}</List.Item>}
      </List>
    </section>
  );
}

function Runs({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(texts);
  const runs = useSourceRuns(id);
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t.runs}
      </Title>
      <QueryView query={runs} isEmpty={(list) => list.length === 0} empty={<Text size="sm">{t.noRuns}</Text>}>
        {(list) => (
          <List size="sm" spacing={4}>
            {list.map((run) => (
              <RunLine key={run.endedAt} run={run} />
            ))}
          </List>
        )}
      </QueryView>
    </section>
  );
}

function RunLine({ run }: { readonly run: SourceRun }): ReactNode {
  const t = useTexts(texts);
  const { number, seconds } = useFormat();
  const told =
    run.outcome === 'failed'
      ? t.states.failed
      : t.counts(number(run.added), number(run.changed), number(run.removed));
  return (
    <List.Item>
      <Timestamp at={run.endedAt} as="time" /> · {told}
      {run.failed > 0 && ` · ${t.someFailed(number(run.failed))}`}
      {run.held > 0 && ` · ${t.heldState(number(run.held))}`} · {seconds(run.ms)}
    </List.Item>
  );
}
