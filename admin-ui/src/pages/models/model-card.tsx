import {
  Alert,
  Badge,
  Button,
  Card,
  Divider,
  Flex,
  Group,
  SimpleGrid,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconAlertTriangle, IconMessage2Question } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isInspected, type Model } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import classes from './models.module.css';
import { ModelActions } from './model-actions.tsx';
import { ModelFacts } from './model-facts.tsx';
import { ModelFiles } from './model-files.tsx';
import { ModelSpeed } from './model-speed.tsx';
import { ModelStateBadge } from './model-state-badge.tsx';
import { ModelTaskView } from './model-task.tsx';

interface ModelCardProps {
  readonly model: Model;
  readonly all: readonly Model[];
  readonly manages: boolean;
}

export function ModelCard({ model, all, manages }: ModelCardProps): ReactNode {
  const t = useTexts(models);
  const inspected = isInspected(model) ? model : undefined;
  const task = inspected?.task;
  return (
    <Card withBorder component="section" aria-labelledby={`model-${model.id}`} data-model={model.id}>
      <Stack gap="md">
        <Flex direction={{ base: 'column', md: 'row' }} justify="space-between" gap="md">
          <Stack gap="xs">
            <Title order={2} id={`model-${model.id}`}>
              {model.title}
            </Title>
            <Group gap="xs">
              <ModelStateBadge state={model.state} />
              <Badge variant="outline" color="gray">
                {t[model.purpose]}
              </Badge>
              {model.default && (
                <Tooltip label={t.defaultHint}>
                  <Badge variant="outline" color="gray" tabIndex={0}>
                    {t.default}
                  </Badge>
                </Tooltip>
              )}
              <Text size="sm" c="dimmed">
                {t.stateHint[model.state]}
              </Text>
            </Group>
          </Stack>
          <Group gap="xs" className={classes['actions']}>
            {model.purpose === 'chat' && model.usable && <TryIt id={model.id} />}
            {manages && inspected !== undefined && <ModelActions model={inspected} all={all} />}
          </Group>
        </Flex>
        {inspected?.problem !== undefined && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t.problem}>
            {inspected.problem}
          </Alert>
        )}
        {task !== undefined && <ModelTaskView task={task} />}
        <Divider />
        <SimpleGrid cols={{ base: 1, lg: inspected === undefined ? 1 : 2 }} spacing="xl">
          <ModelFacts model={model} />
          {inspected !== undefined && (
            <Stack gap="lg">
              <ModelSpeed measurement={inspected.measurement} />
              <ModelFiles verification={inspected.verification} />
            </Stack>
          )}
        </SimpleGrid>
      </Stack>
    </Card>
  );
}

function TryIt({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(models);
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconMessage2Question size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/models/playground" search={{ model: id }} {...props} />}
    >
      {t.tryIt}
    </Button>
  );
}
