import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { account } from '../../i18n/account.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { shell } from '../../i18n/shell.ts';
import { LanguageChoice } from '../../shell/language-choice.tsx';
import { ThemeChoice } from '../../shell/theme-choice.tsx';
import { NameForm } from './name-form.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';

export function AccountPage(): ReactNode {
  const t = useTexts(account);
  const { account: title } = useTexts(shell);
  return (
    <Page title={title} lead={t.lead} width="reading">
      <Stack>
        <Part title={t.person}>
          <NameForm />
        </Part>
        <Part title={t.password} lead={t.passwordLead}>
          <PasswordForm />
        </Part>
        <Part title={t.sessions}>
          <OwnSessions />
        </Part>
        <Part title={t.looks}>
          <Group>
            <LanguageChoice />
            <ThemeChoice />
          </Group>
        </Part>
      </Stack>
    </Page>
  );
}

interface PartProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

function Part({ title, lead, children }: PartProps): ReactNode {
  return (
    <Paper withBorder p="lg" component="section" aria-label={title}>
      <Title order={2} mb={lead === undefined ? 'sm' : 0}>
        {title}
      </Title>
      {lead !== undefined && (
        <Text c="dimmed" size="sm" mb="sm">
          {lead}
        </Text>
      )}
      {children}
    </Paper>
  );
}
