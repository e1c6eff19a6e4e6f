import { Avatar, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronUp, IconListCheck, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSignOut, useUser } from '../data/session.ts';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';
import { LanguageChoice } from './language-choice.tsx';
import classes from './side-bar.module.css';
import { ThemeChoice } from './theme-choice.tsx';

/** Account, guide, language, theme and the way out. */
export function UserMenu(): ReactNode {
  const t = useTexts(shell);
  const { name } = useUser();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={260} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes['person'] ?? ''} aria-label={t.menuOf(name)}>
          <Avatar size={28} name={name} color="pine.8" variant="filled" radius="xl" alt="" />
          <Text size="sm" truncate flex={1}>
            {name}
          </Text>
          <IconChevronUp size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t.account}
        </Menu.Item>
        <Menu.Item component={Link} to="/start" leftSection={<IconListCheck size={16} aria-hidden />}>
          {t.guide}
        </Menu.Item>
        <Menu.Divider />
        <Stack gap="xs" px="sm" py="xs">
          <LanguageChoice />
          <ThemeChoice />
        </Stack>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
