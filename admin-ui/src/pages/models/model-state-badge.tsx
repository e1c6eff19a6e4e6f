import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Model } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useTexts } from '../../i18n/define-texts.ts';

export const stateColors = {
  starting: 'blue',
  ready: 'green',
  restarting: 'yellow',
  failed: 'red',
  unloaded: 'gray',
  stopped: 'gray',
} as const satisfies Record<Model['state'], string>;

export function ModelStateBadge({ state }: { readonly state: Model['state'] }): ReactNode {
  const t = useTexts(models);
  return (
    <Tooltip label={t.stateHint[state]} multiline maw={320}>
      <Badge color={stateColors[state]} variant="light" data-state={state} tabIndex={0}>
        {t.state[state]}
      </Badge>
    </Tooltip>
  );
}
