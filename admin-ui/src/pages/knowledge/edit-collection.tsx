import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import {
  type Collection,
  type CollectionChange,
  classifications,
  useUpdateCollection,
} from '../../data/collections.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { roleNames } from '../../i18n/roles.ts';
import { CollectionForm, type CollectionValues } from './collection-form.tsx';

interface EditCollectionProps {
  readonly collection: Collection;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function EditCollection({ collection, opened, onClose }: EditCollectionProps): ReactNode {
  const t = useTexts(knowledge);
  const update = useUpdateCollection();
  const initial = valuesOf(collection);
  const save = (values: CollectionValues): void => {
    const change = changeOf(initial, values);
    if (Object.keys(change).length === 0) {
      onClose();
      return;
    }
    update.mutate(
      { id: collection.id, change },
      {
        onSuccess() {
          notifications.show({ message: t.saved });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t.editTitle(collection.name)}>
      <CollectionForm
        initial={initial}
        idIsFixed
        submit={t.save}
        pending={update.isPending}
        error={update.error}
        onSubmit={save}
      />
    </Dialog>
  );
}

function valuesOf({ id, name, classification, readers, masking }: Collection): CollectionValues {
  return {
    id,
    name,
    // One that this page does not know is closed to everybody: the safest known one stands for it.
    classification: classifications.find((one) => one === classification) ?? 'restricted',
    readers: readers.filter(isKnownRole),
    masking,
  };
}

function isKnownRole(role: string): role is CollectionValues['readers'][number] {
  return role in roleNames.en;
}

/** Only what was changed, so that the log says what was changed. */
function changeOf(before: CollectionValues, after: CollectionValues): CollectionChange {
  const name = after.name.trim();
  return {
    ...(name === before.name ? {} : { name }),
    ...(after.classification === before.classification ? {} : { classification: after.classification }),
    ...(after.readers.join() === before.readers.join() ? {} : { readers: after.readers }),
  };
}
