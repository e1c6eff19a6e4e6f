import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { useCreateSource } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { SourceForm } from './source-form.tsx';
import { credentialsOf, defaultsOf, emptyValues, settingsOf, type SourceValues } from './source-values.ts';

interface AddSourceProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function AddSource({ opened, onClose }: AddSourceProps): ReactNode {
  const t = useTexts(texts);
  const creation = useCreateSource();
  const create = (values: SourceValues): void => {
    const { id, collection, intervalSeconds } = values;
    const name = values.name.trim();
    const place = { settings: settingsOf(values), ...credentialsOf(values), defaults: defaultsOf(values) };
    creation.mutate(
      { id, collection, name, intervalSeconds, ...place },
      {
        onSuccess() {
          notifications.show({ message: t.created(name) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t.add} size="lg">
      <SourceForm
        initial={emptyValues()}
        submit={t.create}
        pending={creation.isPending}
        error={creation.error}
        onSubmit={create}
      />
    </Dialog>
  );
}
