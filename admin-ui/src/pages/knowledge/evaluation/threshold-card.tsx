import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { Timestamp } from '../../../components/timestamp.tsx';
import { type Threshold, useSetThreshold, useThreshold } from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';

interface ThresholdCardProps {
  readonly collection: string;
  readonly mayWrite: boolean;
}

/** From which support on the collection answers, and where that comes from. */
export function ThresholdCard({ collection, mayWrite }: ThresholdCardProps): ReactNode {
  const t = useTexts(evaluation);
  return (
    <Paper withBorder p="md" h="100%">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t.thresholdTitle}
        </Title>
        <QueryView query={useThreshold(collection)}>
          {(threshold) => <InForce threshold={threshold} collection={collection} mayWrite={mayWrite} />}
        </QueryView>
      </Stack>
    </Paper>
  );
}

function InForce({
  threshold: { threshold, setAt },
  collection,
  mayWrite,
}: ThresholdCardProps & { readonly threshold: Threshold }): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  const set = useSetThreshold(collection);
  return (
    <>
      <Text>{t.thresholdText(format.number(threshold, 3))}</Text>
      {setAt === undefined ? (
        <Text size="sm" c="dimmed">
          {t.thresholdDefault}
        </Text>
      ) : (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t.thresholdSet} <Timestamp at={setAt} />
          </Text>
          {mayWrite && (
            <Button
              size="xs"
              variant="default"
              loading={set.isPending}
              onClick={() => set.mutate({ threshold: null })}
            >
              {t.reset}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}
