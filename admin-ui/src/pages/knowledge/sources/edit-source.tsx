import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { type Source, useUpdateSource } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { SourceForm } from './source-form.tsx';
import { credentialsOf, defaultsOf, settingsOf, type SourceValues, valuesOf } from './source-values.ts';

interface EditSourceProps {
  readonly source: Source;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function EditSource({ source, opened, onClose }: EditSourceProps): ReactNode {
  const t = useTexts(texts);
  const updating = useUpdateSource();
  const save = (values: SourceValues): void => {
    const { intervalSeconds } = values;
    const place = { settings: settingsOf(values), ...credentialsOf(values), defaults: defaultsOf(values) };
    updating.mutate(
      { id: source.id, change: { name: values.name.trim(), intervalSeconds, ...place } },
      {
        onSuccess() {
          notifications.show({ message: t.saved });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t.editTitle(source.name)} size="lg">
      <SourceForm
        initial={valuesOf(source)}
        source={source}
        submit={t.save}
        pending={updating.isPending}
        error={updating.error}
        onSubmit={save}
      />
    </Dialog>
  );
}
