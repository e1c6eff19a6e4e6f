import { useNavigate } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useCreateCollection } from '../../data/collections.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { CollectionForm, type CollectionValues } from './collection-form.tsx';

interface CreateCollectionProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const initial: CollectionValues = {
  id: '',
  name: '',
  classification: 'internal',
  readers: [],
  masking: 'at-use',
};

/** Makes a collection and leads into it. */
export function CreateCollection({ opened, onClose }: CreateCollectionProps): ReactNode {
  const t = useTexts(knowledge);
  const navigate = useNavigate();
  const creation = useCreateCollection();
  const create = (values: CollectionValues): void =>
    creation.mutate(
      { ...values, name: values.name.trim() },
      {
        onSuccess({ collection }) {
          notifications.show({ message: t.created(collection.name) });
          onClose();
          if (!collection.may.read && !collection.may.addDocuments) return;
          void navigate({ to: '/knowledge/$collectionId', params: { collectionId: collection.id } });
        },
      },
    );
  return (
    <Dialog opened={opened} onClose={onClose} title={t.newCollection}>
      <CollectionForm
        initial={initial}
        idIsFixed={false}
        submit={t.create}
        pending={creation.isPending}
        error={creation.error}
        onSubmit={create}
      />
    </Dialog>
  );
}
