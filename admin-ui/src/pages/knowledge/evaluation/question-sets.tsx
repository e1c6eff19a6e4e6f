import { ActionIcon, Button, FileButton, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconPlayerPlay, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { useConfirm } from '../../../components/confirm.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { FailureAlert } from '../../../components/states.tsx';
import {
  type EvaluationSet,
  useAddEvaluationSet,
  useEvaluationSets,
  useRemoveEvaluationSet,
  useStartEvaluation,
} from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';

interface QuestionSetsProps {
  readonly collection: string;
  readonly mayWrite: boolean;
}

/** The sets of a collection: add one, run one, remove one. */
export function QuestionSets({ collection, mayWrite }: QuestionSetsProps): ReactNode {
  const t = useTexts(evaluation);
  const sets = useEvaluationSets(collection);
  const start = useStartEvaluation(collection);
  return (
    <Paper withBorder p="md" h="100%">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t.sets}
          </Title>
        </Group>
        <QueryView
          query={sets}
          isEmpty={(list) => list.length === 0}
          empty={
            <Text c="dimmed" size="sm">
              {t.noSets}. {t.noSetsText}
            </Text>
          }
        >
          {(list) => (
            <Stack gap="xs" component="ul" m={0} p={0}>
              {list.map((set) => (
                <SetRow
                  key={set.id}
                  set={set}
                  collection={collection}
                  mayWrite={mayWrite}
                  onRun={() => start.mutate(set.id)}
                  starting={start.isPending && start.variables === set.id}
                />
              ))}
            </Stack>
          )}
        </QueryView>
        {mayWrite && <AddQuestions collection={collection} />}
        {start.error !== null && <FailureAlert failure={toFailure(start.error)} />}
      </Stack>
    </Paper>
  );
}

interface SetRowProps extends QuestionSetsProps {
  readonly set: EvaluationSet;
  readonly onRun: () => void;
  readonly starting: boolean;
}

function SetRow({ set, collection, mayWrite, onRun, starting }: SetRowProps): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  const confirm = useConfirm();
  const remove = useRemoveEvaluationSet(collection);
  const ask = async (): Promise<void> => {
    const count = format.number(set.questions);
    const request = { title: t.removeTitle, consequence: t.removeConsequence(count), action: t.removeAction };
    if (await confirm(request)) remove.mutate(set.id);
  };
  return (
    <Group component="li" justify="space-between" wrap="nowrap" style={{ listStyle: 'none' }}>
      <Text size="sm" truncate>
        {set.name}
        <Text span c="dimmed">{` · ${t.questions(format.number(set.questions))}`}</Text>
      </Text>
      {mayWrite && (
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="light"
            aria-label={t.runSet(set.name)}
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            loading={starting}
            onClick={onRun}
          >
            {t.run}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.removeSet(set.name)}
            loading={remove.isPending}
            onClick={() => void ask()}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}

function AddQuestions({ collection }: { readonly collection: string }): ReactNode {
  const t = useTexts(evaluation);
  const add = useAddEvaluationSet(collection);
  const reset = useRef<() => void>(null);
  const choose = (file: File | null): void => {
    if (file !== null) add.mutate(file);
    // The same file can be chosen again after it was mended.
    reset.current?.();
  };
  return (
    <>
      <Group>
        <FileButton accept=".jsonl,.json,.txt" resetRef={reset} onChange={choose}>
          {(props) => (
            <Tooltip label={t.addSetHint}>
              <Button
                {...props}
                variant="default"
                size="xs"
                loading={add.isPending}
                leftSection={<IconPlus size={14} aria-hidden />}
              >
                {t.addSet}
              </Button>
            </Tooltip>
          )}
        </FileButton>
      </Group>
      {add.error !== null && <FailureAlert failure={toFailure(add.error)} />}
    </>
  );
}
