import { Button, Group, Tooltip } from '@mantine/core';
import { IconGauge, IconPlayerPlay, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isRunning, type InspectedModel, type Model, useModelAction } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { UnloadButton } from './unload-button.tsx';

interface ModelActionsProps {
  readonly model: InspectedModel;
  readonly all: readonly Model[];
}

/** For those who may manage models. */
export function ModelActions({ model, all }: ModelActionsProps): ReactNode {
  const t = useTexts(models);
  const load = useModelAction('load');
  const verify = useModelAction('verify');
  const measure = useModelAction('measure');
  const running = isRunning(model.task);
  const loadable = model.state === 'unloaded' || model.state === 'failed';
  return (
    <Group gap="xs">
      {loadable ? (
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={load.isPending}
          onClick={() => load.mutate(model.id)}
        >
          {t.actions.load}
        </Button>
      ) : (
        <UnloadButton model={model} all={all} />
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        disabled={running}
        loading={verify.isPending}
        onClick={() => verify.mutate(model.id)}
      >
        {t.actions.verify}
      </Button>
      <Tooltip label={model.state === 'ready' ? t.actions.measureHint : t.actions.measureUnready}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconGauge size={16} aria-hidden />}
          disabled={running || model.state !== 'ready'}
          loading={measure.isPending}
          onClick={() => measure.mutate(model.id)}
        >
          {t.actions.measure}
        </Button>
      </Tooltip>
    </Group>
  );
}
