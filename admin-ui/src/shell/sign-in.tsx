import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { toFailure } from '../api/failure.ts';
import logo from '../assets/logo.svg';
import { FailureAlert } from '../components/states.tsx';
import { useSignIn } from '../data/session.ts';
import { useLanguage } from '../i18n/language.tsx';
import { LanguageChoice } from './language-choice.tsx';
import classes from './sign-in.module.css';

/** `expired`: a session has just ended on its own. */
export function SignIn({ expired }: { readonly expired: boolean }): ReactNode {
  const { texts } = useLanguage();
  const signIn = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ username: textOf(form, 'username'), password: textOf(form, 'password') });
  };
  useEffect(() => {
    document.title = `${texts.signIn.heading} · Intramura`;
  }, [texts]);
  return (
    <Center component="main" mih="100vh" p="md" className={classes['ground']}>
      <Stack w="100%" maw={400} gap="lg">
        <Paper component="form" withBorder p="xl" radius="lg" onSubmit={submit} aria-labelledby="sign-in">
          <Stack>
            <img src={logo} alt="" width="48" height="48" />
            <div>
              <Title order={1} id="sign-in">
                {texts.signIn.heading}
              </Title>
              <Text c="dimmed">{texts.signIn.lead}</Text>
            </div>
            {expired && <Alert role="status">{texts.signIn.expired}</Alert>}
            {signIn.error !== null && <FailureAlert failure={toFailure(signIn.error)} />}
            <TextInput
              name="username"
              label={texts.signIn.username}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={128}
              required
              data-autofocus
              autoFocus
            />
            <PasswordInput
              name="password"
              label={texts.signIn.password}
              autoComplete="current-password"
              maxLength={1024}
              required
              visibilityToggleButtonProps={{ 'aria-label': texts.signIn.showPassword }}
            />
            <Button type="submit" loading={signIn.isPending} fullWidth>
              {texts.signIn.submit}
            </Button>
            <Text size="sm" c="dimmed">
              {texts.signIn.firstTime}
            </Text>
          </Stack>
        </Paper>
        <Center>
          <LanguageChoice />
        </Center>
      </Stack>
    </Center>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
