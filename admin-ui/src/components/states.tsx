import { Alert, Button, Center, Code, Loader, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconLock, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { type Failure, type FailureKind, toFailure } from '../api/failure.ts';
import { useTexts } from '../i18n/define-texts.ts';
import { useLanguage } from '../i18n/language.tsx';
import { shell } from '../i18n/shell.ts';

/** Something is on its way. */
export function LoadingState(): ReactNode {
  const t = useTexts(shell);
  return (
    <Center mih={240} role="status">
      <Loader size="sm" aria-hidden />
      <Text ml="sm" c="dimmed" size="sm">
        {t.loading}
      </Text>
    </Center>
  );
}

interface EmptyStateProps {
  readonly icon: ComponentType<IconProps>;
  readonly title: string;
  /** 1 in place of a whole page, 2 within one. */
  readonly level?: 1 | 2;
  readonly text?: string;
  /** The next step, usually a button. */
  readonly action?: ReactNode;
}

/** Nothing is here yet, and what to do about it. */
export function EmptyState({ icon: Icon, title, level = 2, text, action }: EmptyStateProps): ReactNode {
  return (
    <Center mih={240} p="lg">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <ThemeIcon size={48} radius="xl" variant="light" aria-hidden>
          <Icon size={24} stroke={1.5} />
        </ThemeIcon>
        <Title order={level} size="h2">
          {title}
        </Title>
        {text !== undefined && <Text c="dimmed">{text}</Text>}
        {action}
      </Stack>
    </Center>
  );
}

export function NoPermissionState({ level = 2 }: { readonly level?: 1 | 2 }): ReactNode {
  const t = useTexts(shell);
  return <EmptyState level={level} icon={IconLock} title={t.deniedTitle} text={t.deniedText} />;
}

/** Kinds whose own text does not say what to mend, so that the server's words help. */
const explained: ReadonlySet<FailureKind> = new Set(['invalid', 'too-long']);

interface FailureProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

/** What went wrong, the id to name when asking for help, and a way to try again. Stands beside what it is about. */
export function FailureAlert({ failure, onRetry }: FailureProps): ReactNode {
  const { texts } = useLanguage();
  const { kind, detail, requestId } = failure;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={texts.failures[kind]}
    >
      <Stack gap={6} align="flex-start">
        {detail !== undefined && explained.has(kind) && (
          <Text size="sm" lang="en">
            {detail}
          </Text>
        )}
        {requestId !== undefined && kind !== 'credentials' && (
          <Text size="xs" c="dimmed">
            {texts.failure.requestId} <Code>{requestId}</Code>
          </Text>
        )}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {texts.failure.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** In place of what could not be loaded. */
export function FailureState(props: FailureProps): ReactNode {
  if (props.failure.kind === 'forbidden') return <NoPermissionState />;
  return (
    <Center mih={240} p="lg">
      <FailureAlert {...props} />
    </Center>
  );
}

/** A page that could not be drawn. Reloading brings it back; what it was about is on the server. */
export function CrashState({ error }: { readonly error: unknown }): ReactNode {
  return <FailureState failure={toFailure(error)} onRetry={() => location.reload()} />;
}
