import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ImportJob, isAtWork } from '../../data/imports.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { FileProgress } from './file-progress.tsx';
import { ImportOutcomeView } from './import-outcome.tsx';
import { useImportReason } from './use-import-reason.ts';

interface ImportRowProps {
  readonly job: ImportJob;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** A file that the server has: what it does with it, what came of it, or why it could not. */
export function ImportRow({ job, onRetry, onDismiss }: ImportRowProps): ReactNode {
  const t = useTexts(documents);
  const name = job.import?.source ?? job.id;
  return (
    <FileProgress
      name={<ImportName job={job} name={name} />}
      label={name}
      stage={t.stages[stageOf(job)]}
      failed={job.state === 'failed'}
      {...(isAtWork(job) ? { share: job.progress } : {})}
    >
      {job.outcome !== undefined && <ImportOutcomeView outcome={job.outcome} />}
      {job.state === 'failed' && <ImportFailure job={job} onRetry={onRetry} onDismiss={onDismiss} />}
    </FileProgress>
  );
}

function ImportName({ job, name }: { readonly job: ImportJob; readonly name: string }): ReactNode {
  if (job.state !== 'done' || job.import === undefined) return name;
  const { document } = job.import;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/knowledge/documents/$documentId" params={{ documentId: document }} />
      )}
    >
      {name}
    </Anchor>
  );
}

function ImportFailure({ job, onRetry, onDismiss }: ImportRowProps): ReactNode {
  const t = useTexts(documents);
  const reason = useImportReason(job);
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Text size="sm" maw="70ch">
        {reason}
      </Text>
      <Group gap="xs">
        {job.retryable && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t.retry}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onDismiss}>
          {t.dismiss}
        </Button>
      </Group>
    </Group>
  );
}

type Stage = 'queued' | 'reading' | 'embedding' | 'indexing' | 'done' | 'failed';

function stageOf({ state, stage }: ImportJob): Stage {
  if (state !== 'running') return state;
  return stage === 'embedding' || stage === 'indexing' ? stage : 'reading';
}
