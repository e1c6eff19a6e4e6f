import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { LoadingState, NoPermissionState } from '../components/states.tsx';
import { useUser } from '../data/session.ts';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';
import { CommandPalette } from './command-palette.tsx';
import { SideBar } from './side-bar.tsx';

/** The side bar and the page beside it. A page that the person may not open is not even loaded. */
export function Frame(): ReactNode {
  const t = useTexts(shell);
  const [opened, { toggle, close }] = useDisclosure();
  const mayOpen = useMayOpen();
  const pathname = useLocation({ select: (location) => location.pathname });
  return (
    <AppShell
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      header={{ height: { base: 52, sm: 0 } }}
      padding={0}
    >
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <AppShell.Header hiddenFrom="sm">
        <Group h="100%" px="md">
          <Burger opened={opened} onClick={toggle} size="sm" aria-label={t.openMenu} />
          <Text fw={600}>Intramura</Text>
        </Group>
      </AppShell.Header>
      <SideBar onNavigate={close} />
      <AppShell.Main id="content" tabIndex={-1}>
        <Suspense fallback={<LoadingState />}>
          {mayOpen ? <Outlet /> : <NoPermissionState key={pathname} level={1} />}
        </Suspense>
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  );
}

function useMayOpen(): boolean {
  const { permissions: held } = useUser();
  const wanted = useMatches({ select: (matches) => matches.at(-1)?.staticData.permissions });
  return wanted === undefined || wanted.some((permission) => held.includes(permission));
}
