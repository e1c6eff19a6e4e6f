import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useUser } from '../data/session.ts';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';
import { groupNames, visibleAreas } from './navigation.ts';

/** Ctrl or Cmd + K: go anywhere the person may go. */
export function CommandPalette(): ReactNode {
  const t = useTexts(shell);
  const navigate = useNavigate();
  const { permissions } = useUser();
  const actions: SpotlightActionGroupData[] = groupNames.map((group) => ({
    group: t.groups[group],
    actions: visibleAreas(group, permissions).map(({ name, path, icon: Icon }) => ({
      id: name,
      label: t.areas[name],
      leftSection: <Icon size={18} stroke={1.6} aria-hidden />,
      onClick: () => void navigate({ to: path }),
    })),
  }));
  const own = [
    { id: 'account', label: t.account, onClick: () => void navigate({ to: '/account' }) },
    { id: 'start', label: t.guide, onClick: () => void navigate({ to: '/start' }) },
  ];
  return (
    <Spotlight
      actions={[...actions, ...own]}
      shortcut={['mod + K']}
      nothingFound={t.nothingFound}
      highlightQuery
      attributes={{ content: { 'aria-label': t.commandsPlaceholder } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t.commandsPlaceholder,
        'aria-label': t.commandsPlaceholder,
      }}
    />
  );
}
