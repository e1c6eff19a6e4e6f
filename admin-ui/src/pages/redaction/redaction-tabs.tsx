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
  const playground = { path: '/redaction', label: t.playground };
  const rules = [
    { path: '/redaction/profiles', label: t.profiles },
    { path: '/redaction/types', label: t.types },
  ];
  if (!mayRead) return null;
  return <PageTabs label={t.title} tabs={mayPreview ? [playground, ...rules] : rules} />;
}
