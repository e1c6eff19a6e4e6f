import { Button, List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPower } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useConfirm } from '../../components/confirm.tsx';
import { type InspectedModel, type Model, useModelAction } from '../../data/models.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { models } from '../../i18n/models.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { consequenceOfUnloading } from './unload-consequences.ts';

interface UnloadProps {
  readonly model: InspectedModel;
  readonly all: readonly Model[];
}

/** Unloads a model, after saying what stops. */
export function UnloadButton({ model, all }: UnloadProps): ReactNode {
  const t = useTexts(models);
  const confirm = useConfirm();
  const unload = useModelAction('unload');
  const ask = async (): Promise<void> => {
    const confirmed = await confirm({
      title: t.unload.title(model.title),
      consequence: <Consequences model={model} all={all} />,
      action: t.unload.confirm,
    });
    if (!confirmed) return;
    unload.mutate(model.id, {
      onSuccess: () => void notifications.show({ message: t.unload.done(model.title) }),
    });
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPower size={16} aria-hidden />}
      loading={unload.isPending}
      onClick={() => void ask()}
    >
      {t.actions.unload}
    </Button>
  );
}

const MIB = 2 ** 20;

function Consequences({ model, all }: UnloadProps): ReactNode {
  const t = useTexts(models);
  const format = useFormat();
  const { running, waiting } = model.queue;
  const cut = running + waiting;
  return (
    <List size="sm" spacing="xs">
      <List.Item>{t.unload[consequenceOfUnloading(model, all)]}</List.Item>
      {cut > 0 && <List.Item>{t.unload.cuts(cut)}</List.Item>}
      {model.residentMib !== undefined && (
        <List.Item>{t.unload.frees(format.bytes(model.residentMib * MIB))}</List.Item>
      )}
    </List>
  );
}
