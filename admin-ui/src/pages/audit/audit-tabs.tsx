import type { ReactNode } from 'react';
import { PageTabs } from '../../components/page-tabs.tsx';
import { useMay } from '../../data/session.ts';
import { audit } from '../../i18n/audit.ts';
import { auditRequests } from '../../i18n/audit-requests.ts';
import { compliance } from '../../i18n/compliance.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** The pages of this area that the person may open. */
export function AuditTabs(): ReactNode {
  const t = useTexts(audit);
  const named = useTexts(compliance);
  const requests = useTexts(auditRequests);
  const mayRead = useMay('audit:read');
  const mayApprove = useMay('audit:approve');
  const tabs = [
    { path: '/audit', label: t.entries, may: true },
    { path: '/audit/requests', label: requests.tab, may: mayApprove },
    { path: '/audit/compliance', label: named.title, may: mayRead },
  ].filter(({ may }) => may);
  // One page alone needs no way to others.
  return tabs.length > 1 ? <PageTabs label={t.title} tabs={tabs} /> : null;
}
