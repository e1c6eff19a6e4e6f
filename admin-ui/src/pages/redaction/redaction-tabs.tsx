import type { ReactNode } from 'react';
import { PageTabs } from '../../components/page-tabs.tsx';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';

/** The pages of the area that this person may open. */
export function RedactionTabs(): ReactNode {
  const t = useTexts(redaction);
  const mayPreview = useMay('redaction:preview');
  const mayRead = useMay('redaction:read');
  const maySeeFigures = useMay('insights:read');
  const mayOpen = useMay('redaction:open');
  const tabs = [
    { path: '/redaction', label: t.playground, may: mayPreview },
    { path: '/redaction/profiles', label: t.profiles, may: mayRead },
    { path: '/redaction/types', label: t.coverage, may: mayRead },
    { path: '/redaction/rules', label: t.rules, may: mayRead },
    { path: '/redaction/statistics', label: t.statistics, may: maySeeFigures },
    { path: '/redaction/tokens', label: t.tokens, may: mayOpen },
  ].filter(({ may }) => may);
  // One page alone needs no way to others.
  return tabs.length > 1 ? <PageTabs label={t.title} tabs={tabs} /> : null;
}
