import type { ReactNode } from 'react';
import { PageTabs } from '../../components/page-tabs.tsx';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { evaluation } from '../../i18n/evaluation.ts';
import { faq } from '../../i18n/faq.ts';
import { gaps } from '../../i18n/gaps.ts';
import { knowledge } from '../../i18n/knowledge.ts';

/** The pages of the area that stand beside each other, those that this person may open. */
export function KnowledgeTabs(): ReactNode {
  const t = useTexts(knowledge);
  const e = useTexts(evaluation);
  const { tab: faqTab } = useTexts(faq);
  const { tab: gapsTab } = useTexts(gaps);
  const maySearch = useMay('knowledge:search');
  const mayEvaluate = useMay('evaluation:read');
  const maySeeSources = useMay('source:read');
  const mayReadFaq = useMay('faq:read');
  const mayReadGaps = useMay('gap:read');
  if (!maySearch && !maySeeSources) return null;
  return (
    <PageTabs
      label={t.title}
      tabs={[
        { path: '/knowledge', label: t.collections },
        ...(maySearch ? [{ path: '/knowledge/search', label: t.searchTab }] : []),
        ...(mayEvaluate ? [{ path: '/knowledge/evaluation', label: e.tab }] : []),
        ...(maySeeSources ? [{ path: '/knowledge/sources', label: t.sourcesTab }] : []),
        ...(mayReadFaq ? [{ path: '/knowledge/faq', label: faqTab }] : []),
        ...(mayReadGaps ? [{ path: '/knowledge/gaps', label: gapsTab }] : []),
      ]}
    />
  );
}
