import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconRefreshDot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useMay } from '../../../data/session.ts';
import { useSources } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { knowledge } from '../../../i18n/knowledge.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import { AddSource } from './add-source.tsx';
import { SourceTable } from './source-table.tsx';

/** Where documents come from by themselves, and how that goes. */
export function SourcesPage(): ReactNode {
  const t = useTexts(texts);
  const area = useTexts(knowledge);
  const sources = useSources();
  const mayManage = useMay('source:manage');
  const [adding, { open, close }] = useDisclosure();
  const addButton = mayManage && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t.add}
    </Button>
  );
  return (
    <Page title={area.sourcesTab} lead={t.lead} actions={addButton} below={<KnowledgeTabs />}>
      <QueryView
        query={sources}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState icon={IconRefreshDot} title={t.none} text={t.noneText} action={addButton} />}
      >
        {(list) => <SourceTable sources={list} />}
      </QueryView>
      <AddSource opened={adding} onClose={close} />
    </Page>
  );
}
