import { Badge, Button, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay } from '../../../data/session.ts';
import type { Source } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSourceActions } from './use-source-actions.tsx';

/** What a source is doing, or how it stands since its last run. */
export function SourceState({ source }: { readonly source: Source }): ReactNode {
  const { work, enabled, lastRun } = source;
  const t = useTexts(texts);
  if (work !== undefined) return <AtWork name={source.name} work={work} />;
  if (!enabled)
    return (
      <Badge variant="light" color="gray">
        {t.states.off}
      </Badge>
    );
  if (lastRun === undefined)
    return (
      <Badge variant="light" color="gray">
        {t.states.waiting}
      </Badge>
    );
  return <Ended source={source} run={lastRun} />;
}

type Work = NonNullable<Source['work']>;

function AtWork({ name, work }: { readonly name: string; readonly work: Work }): ReactNode {
  const t = useTexts(texts);
  const { percent } = useFormat();
  const stage = work.state === 'queued' ? t.states.queued : stageName(t.states, work.stage);
  return (
    <Stack gap={4} miw={140}>
      <Text size="sm" aria-live="polite">
        {stage} · {percent(work.progress)}
      </Text>
      <Progress.Root size="sm">
        <Progress.Section value={Math.max(2, work.progress * 100)} aria-label={t.progressOf(name)} />
      </Progress.Root>
    </Stack>
  );
}

type States = ReturnType<typeof useTexts<(typeof texts)['en']>>['states'];

function stageName(states: States, stage: string | undefined): string {
  return stage === 'removing' || stage === 'reading' ? states[stage] : states.listing;
}

function Ended({
  source,
  run,
}: {
  readonly source: Source;
  readonly run: NonNullable<Source['lastRun']>;
}): ReactNode {
  const t = useTexts(texts);
  const { number } = useFormat();
  const mayManage = useMay('source:manage');
  const { confirmHeld } = useSourceActions(source);
  switch (run.outcome) {
    case 'held':
      return (
        <Stack gap={6} align="flex-start">
          <Badge variant="light" color="yellow">
            {t.heldState(number(run.held))}
          </Badge>
          {mayManage && (
            <Button size="compact-xs" variant="default" onClick={confirmHeld}>
              {t.reviewHeld}
            </Button>
          )}
        </Stack>
      );
    case 'failed':
      return (
        <Stack gap={4} align="flex-start" maw={320}>
          <Badge variant="light" color="red">
            {t.states.failed}
          </Badge>
          <Text size="xs" c="dimmed" lang="en">
            {run.reason}
          </Text>
        </Stack>
      );
    case 'unfinished':
      return (
        <Badge variant="light" color="blue">
          {t.states.unfinished}
        </Badge>
      );
    case 'done':
      return run.failed > 0 ? (
        <Badge variant="light" color="yellow">
          {t.someFailed(number(run.failed))}
        </Badge>
      ) : (
        <Badge variant="light" color="green">
          {t.states.done}
        </Badge>
      );
    default:
      return run.outcome satisfies never;
  }
}
