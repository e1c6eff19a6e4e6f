import type { ReactNode } from 'react';
import { PageTabs } from '../../components/page-tabs.tsx';
import { useUser } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';

const tabs = [
  { path: '/people', name: 'people', permission: 'user:list' },
  { path: '/people/keys', name: 'keys', permission: 'api-key:list' },
  { path: '/people/sessions', name: 'sessions', permission: 'session:list' },
] as const;

/** The pages of this area that the person may open. */
export function PeopleTabs(): ReactNode {
  const t = useTexts(people);
  const { permissions } = useUser();
  const shown = tabs.filter(({ permission }) => permissions.includes(permission));
  return (
    <PageTabs label={t.tabs.label} tabs={shown.map(({ path, name }) => ({ path, label: t.tabs[name] }))} />
  );
}
