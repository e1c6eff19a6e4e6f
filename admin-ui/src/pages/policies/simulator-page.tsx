import { Button, Grid, Paper, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Page } from '../../components/page.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { useDecide } from '../../data/policies.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { policies } from '../../i18n/policies.ts';
import { DecisionView } from './decision-view.tsx';
import { PoliciesTabs } from './policies-tabs.tsx';
import { PrincipalFields } from './principal-fields.tsx';
import { ResourceFields } from './resource-fields.tsx';
import { firstRequest, type SimulatedRequest, toDecisionRequest } from './simulated-request.ts';

export function SimulatorPage(): ReactNode {
  const t = useTexts(policies);
  const decide = useDecide();
  const { reset } = decide;
  // A decision beside a request it does not belong to would mislead.
  const form = useForm<SimulatedRequest>({ initialValues: firstRequest, onValuesChange: () => reset() });
  return (
    <Page title={t.simulatorTitle} lead={t.simulatorLead} below={<PoliciesTabs />}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Paper
            withBorder
            p="lg"
            component="form"
            onSubmit={form.onSubmit((values) => decide.mutate(toDecisionRequest(values)))}
          >
            <Stack gap="md">
              <PrincipalFields form={form} />
              <ResourceFields form={form} />
              <Button type="submit" loading={decide.isPending}>
                {t.decide}
              </Button>
            </Stack>
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          {decide.error !== null && <FailureAlert failure={toFailure(decide.error)} />}
          {decide.data === undefined ? (
            decide.error === null && <Text c="dimmed">{t.ask}</Text>
          ) : (
            <DecisionView decision={decide.data} />
          )}
        </Grid.Col>
      </Grid>
    </Page>
  );
}
