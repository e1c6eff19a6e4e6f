import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useCollections } from '../../data/collections.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { CollectionTable } from './collection-table.tsx';
import { CreateCollection } from './create-collection.tsx';
import { IndexNotice } from './index-notice.tsx';
import { KnowledgeTabs } from './knowledge-tabs.tsx';

/** The collections this person may know of. */
export function KnowledgePage(): ReactNode {
  const t = useTexts(knowledge);
  const collections = useCollections();
  const mayCreate = useMay('collection:create');
  const [creating, { open, close }] = useDisclosure();
  const newButton = mayCreate && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t.newCollection}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={newButton} below={<KnowledgeTabs />}>
      <IndexNotice />
      <QueryView
        query={collections}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState
            icon={IconBooks}
            title={t.noCollections}
            text={mayCreate ? t.noCollectionsText : t.noneForYou}
            action={newButton}
          />
        }
      >
        {(list) => <CollectionTable collections={list} />}
      </QueryView>
      <CreateCollection opened={creating} onClose={close} />
    </Page>
  );
}
