import { AppShell, Group, NavLink, ScrollArea, Text, UnstyledButton, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { spotlight } from '@mantine/spotlight';
import { Link, useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import logo from '../assets/logo.svg';
import { useUser } from '../data/session.ts';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';
import { type GroupName, groupNames, visibleAreas } from './navigation.ts';
import classes from './side-bar.module.css';
import { UserMenu } from './user-menu.tsx';

export function SideBar({ onNavigate }: { readonly onNavigate: () => void }): ReactNode {
  const t = useTexts(shell);
  return (
    <AppShell.Navbar className={classes['bar']} aria-label={t.navigation}>
      <AppShell.Section p="md" pb="xs" visibleFrom="sm">
        <Group gap="xs" wrap="nowrap">
          <img src={logo} alt="" width="26" height="26" />
          <Text fw={600} size="md">
            Intramura
          </Text>
        </Group>
      </AppShell.Section>
      <AppShell.Section px="sm" pb="xs">
        <UnstyledButton className={classes['search'] ?? ''} onClick={spotlight.open}>
          <IconSearch size={16} aria-hidden />
          <Text size="sm" component="span" flex={1}>
            {t.commands}
          </Text>
          <Kbd size="xs" aria-hidden>
            Ctrl K
          </Kbd>
        </UnstyledButton>
      </AppShell.Section>
      <AppShell.Section grow component={ScrollArea} px="sm">
        {groupNames.map((group) => (
          <AreaGroup key={group} group={group} onNavigate={onNavigate} />
        ))}
      </AppShell.Section>
      <AppShell.Section p="sm" className={classes['foot']}>
        <UserMenu />
      </AppShell.Section>
    </AppShell.Navbar>
  );
}

interface AreaGroupProps {
  readonly group: GroupName;
  readonly onNavigate: () => void;
}

function AreaGroup({ group, onNavigate }: AreaGroupProps): ReactNode {
  const t = useTexts(shell);
  const matchRoute = useMatchRoute();
  const visible = visibleAreas(group, useUser().permissions);
  if (visible.length === 0) return null;
  return (
    <div className={classes['group']} role="group" aria-label={t.groups[group]}>
      <Text size="xs" c="dimmed" fw={500} px="xs" pb={4} aria-hidden>
        {t.groups[group]}
      </Text>
      {visible.map(({ name, path, icon: Icon }) => {
        const active = matchRoute({ to: path, fuzzy: true }) !== false;
        return (
          <NavLink
            key={name}
            component={Link}
            to={path}
            label={t.areas[name]}
            leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
            active={active}
            aria-current={active ? 'page' : undefined}
            onClick={onNavigate}
            className={classes['link'] ?? ''}
          />
        );
      })}
    </div>
  );
}
