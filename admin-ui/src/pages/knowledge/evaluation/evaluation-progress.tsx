import { Button, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type EvaluationJob, useDismissEvaluation, useEvaluationJobs } from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { FileProgress } from '../file-progress.tsx';

/** Evaluations at work, and those that failed until they are dismissed. */
export function EvaluationProgress({ collection }: { readonly collection: string }): ReactNode {
  const { data: jobs = [] } = useEvaluationJobs(collection, true);
  if (jobs.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Stack component="ul" m={0} p={0}>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} collection={collection} />
        ))}
      </Stack>
    </Paper>
  );
}

function JobRow({
  job,
  collection,
}: {
  readonly job: EvaluationJob;
  readonly collection: string;
}): ReactNode {
  const t = useTexts(evaluation);
  const dismiss = useDismissEvaluation(collection);
  if (job.state === 'failed') {
    return (
      <FileProgress name={t.progress} label={t.progress} stage={t.failed} failed>
        <Text size="sm" lang="en">
          {job.error}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate(job.id)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t.dismiss}
        </Button>
      </FileProgress>
    );
  }
  const stage = job.state === 'queued' ? t.waiting : t.running;
  return <FileProgress name={t.progress} label={t.progress} stage={stage} share={job.progress} />;
}
