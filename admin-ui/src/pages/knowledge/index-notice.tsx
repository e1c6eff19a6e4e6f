import { Alert, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIndexState } from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Says what the search index is about, while it is not whole. Nothing otherwise. */
export function IndexNotice(): ReactNode {
  const t = useTexts(knowledge);
  const format = useFormat();
  const { data } = useIndexState();
  if (data === undefined || data.task === 'ready') return null;
  const { task, done, total } = data;
  return (
    <Alert color="blue" icon={<IconRefresh aria-hidden />} title={t.indexTasks[task]} role="status" mb="md">
      <Stack gap="xs">
        <Text size="sm">{t.indexTaskTexts[task]}</Text>
        {total > 0 && (
          <>
            <Progress
              value={(done / total) * 100}
              attributes={{ section: { 'aria-label': t.indexTasks[task] } }}
            />
            <Text size="sm">{t.indexDone(format.number(done), format.number(total))}</Text>
          </>
        )}
      </Stack>
    </Alert>
  );
}
