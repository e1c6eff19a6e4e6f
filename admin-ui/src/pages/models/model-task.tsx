import { Alert, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../components/timestamp.tsx';
import type { ModelTask } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** How the newest verification or measurement is going, or why it failed. Nothing once it has succeeded. */
export function ModelTaskView({ task }: { readonly task: ModelTask }): ReactNode {
  const t = useTexts(models);
  switch (task.state) {
    case 'queued':
    case 'running':
      return (
        <Stack gap={4} role="status">
          <Text size="sm">
            {t.tasks[task.kind]}
            {task.state === 'queued' && ` · ${t.tasks.queued}`}
          </Text>
          <Progress
            value={task.progress > 0 ? task.progress * 100 : 100}
            animated
            striped={task.progress === 0}
            aria-label={t.tasks[task.kind]}
          />
        </Stack>
      );
    case 'failed':
      return (
        <Alert color="red" title={t.tasks.failed[task.kind]}>
          {task.error} <Timestamp at={task.updatedAt} />
        </Alert>
      );
    case 'done':
      return null;
    default:
      return task.state satisfies never;
  }
}
