import { Alert as AlertBox, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Alert } from '../../data/overview.ts';
import { useUser } from '../../data/session.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { nextStep } from './next-step.ts';
import { sentenceOf } from './alert-sentence.ts';

const looks = {
  critical: { color: 'red', icon: IconAlertTriangle },
  warning: { color: 'orange', icon: IconExclamationCircle },
  notice: { color: 'blue', icon: IconInfoCircle },
} as const;

/** What needs a look, gravest first, each with what to do next. */
export function AlertList({ alerts }: { readonly alerts: readonly Alert[] }): ReactNode {
  const t = useTexts(overview);
  if (alerts.length === 0) {
    return (
      <AlertBox color="green" icon={<IconCheck size={18} aria-hidden />} role="status">
        {t.calm}
      </AlertBox>
    );
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={t.alertsTitle}>
      <Title order={2} size="h3" mb="sm">
        {t.alertsTitle}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0}>
        {alerts.map((alert) => (
          <AlertLine key={`${alert.kind} ${alert.subject ?? ''}`} alert={alert} />
        ))}
      </Stack>
    </Paper>
  );
}

function AlertLine({ alert }: { readonly alert: Alert }): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  const { permissions } = useUser();
  const { color, icon: Icon } = looks[alert.level];
  const step = nextStep(alert.kind, permissions);
  return (
    <Group component="li" justify="space-between" wrap="nowrap" data-alert={alert.kind}>
      <Group gap="xs">
        <Badge color={color} variant="light" leftSection={<Icon size={12} aria-hidden />}>
          {t.levels[alert.level]}
        </Badge>
        <Text size="sm">{sentenceOf(alert, t, format)}</Text>
        {alert.at !== undefined && (
          <Text size="sm" c="dimmed">
            <Timestamp at={alert.at} />
          </Text>
        )}
      </Group>
      {step !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          renderRoot={(props) => <Link to={step.path} {...props} />}
        >
          {t.steps[step.text]}
        </Button>
      )}
    </Group>
  );
}
