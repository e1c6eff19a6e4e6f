import { IconFolderOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { type Collection, useCollections } from '../../../data/collections.ts';
import { useCreateFaqEntry } from '../../../data/faq.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useNotice } from '../../../state/use-notice.ts';
import { faq } from '../../../i18n/faq.ts';
import { draftOf, emptyValues } from './draft-values.ts';
import { FaqForm } from './faq-form.tsx';

export function NewFaqPage(): ReactNode {
  const t = useTexts(faq);
  const notify = useNotice();
  const navigate = useNavigate();
  const collections = useCollections();
  const create = useCreateFaqEntry();
  const [initial] = useState(() => emptyValues(new Date()));
  return (
    <Page title={t.create} lead={t.lead} width="reading">
      <QueryView
        query={collections}
        isEmpty={(found) => readable(found).length === 0}
        empty={<EmptyState icon={IconFolderOff} title={t.noCollections} text={t.noCollectionsText} />}
      >
        {(found) => (
          <FaqForm
            initial={initial}
            collections={readable(found).map(({ id, name }) => ({ value: id, label: name }))}
            submit={t.save}
            pending={create.isPending}
            error={create.error}
            onCancel={() => void navigate({ to: '/knowledge/faq' })}
            onSubmit={(values) =>
              create.mutate(
                { collection: values.collection, draft: draftOf(values) },
                {
                  onSuccess({ id }) {
                    notify(t.saved);
                    void navigate({ to: '/knowledge/faq/$entryId', params: { entryId: id } });
                  },
                },
              )
            }
          />
        )}
      </QueryView>
    </Page>
  );
}

function readable(collections: readonly Collection[]): readonly Collection[] {
  return collections.filter(({ may }) => may.read);
}
