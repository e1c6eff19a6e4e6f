import type { ReactNode } from 'react';
import { PageTabs } from '../../components/page-tabs.tsx';
import { useUser } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { policies } from '../../i18n/policies.ts';

const tabs = [
  { path: '/policies', name: 'bundle', permission: 'policy:read' },
  { path: '/policies/simulator', name: 'simulator', permission: 'policy:decide' },
  { path: '/policies/tests', name: 'tests', permission: 'policy:decide' },
] as const;

/** The pages of this area that the person may open. */
export function PoliciesTabs(): ReactNode {
  const t = useTexts(policies);
  const { permissions } = useUser();
  const shown = tabs.filter(({ permission }) => permissions.includes(permission));
  return (
    <PageTabs label={t.tabs.label} tabs={shown.map(({ path, name }) => ({ path, label: t.tabs[name] }))} />
  );
}
