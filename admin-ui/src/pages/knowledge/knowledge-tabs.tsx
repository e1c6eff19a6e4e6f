import type { ReactNode } from 'react';
import { PageTabs } from '../../components/page-tabs.tsx';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';

/** The two pages of the area that stand beside each other. */
export function KnowledgeTabs(): ReactNode {
  const t = useTexts(knowledge);
  const maySearch = useMay('knowledge:search');
  if (!maySearch) return null;
  return (
    <PageTabs
      label={t.title}
      tabs={[
        { path: '/knowledge', label: t.collections },
        { path: '/knowledge/search', label: t.searchTab },
      ]}
    />
  );
}
