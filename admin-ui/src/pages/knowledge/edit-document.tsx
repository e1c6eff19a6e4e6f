import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCollection } from '../../data/collections.ts';
import { type DocumentDetail, useUpdateDocument } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { DocumentForm } from './document-form.tsx';
import { changeOf, valuesOf } from './document-values.ts';

/** Opens the form for title, readers, classification, owner and dates. */
export function EditDocument({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const t = useTexts(documentTexts);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={open}>
        {t.edit}
      </Button>
      <Dialog opened={opened} onClose={close} title={t.editTitle(detail.title)}>
        <EditForm detail={detail} onDone={close} />
      </Dialog>
    </>
  );
}

interface EditFormProps {
  readonly detail: DocumentDetail;
  readonly onDone: () => void;
}

function EditForm({ detail, onDone }: EditFormProps): ReactNode {
  const t = useTexts(documentTexts);
  const update = useUpdateDocument(detail.id, detail.collection);
  const initial = valuesOf(detail);
  return (
    <QueryView query={useCollection(detail.collection)}>
      {({ collection }) => (
        <DocumentForm
          initial={initial}
          collection={collection}
          pending={update.isPending}
          error={update.error}
          onSubmit={(values) => {
            const change = changeOf(initial, values);
            if (Object.keys(change).length === 0) {
              onDone();
              return;
            }
            update.mutate(change, {
              onSuccess() {
                notifications.show({ message: t.saved });
                onDone();
              },
            });
          }}
        />
      )}
    </QueryView>
  );
}
