import { Alert, Button, Group, Paper, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { type Guide, type GuideStep, useGuide, useSkipGuide } from '../../data/guide.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { guide as guideTexts } from '../../i18n/guide.ts';

/** Where each step is done. */
const places: Readonly<Record<GuideStep, string>> = {
  'change-password': '/account',
  'ask-sample': '/assistant',
  'import-document': '/knowledge',
  'bring-model': '/models',
  'invite-people': '/people',
};

export function GuidePage(): ReactNode {
  const t = useTexts(guideTexts);
  const query = useGuide();
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <QueryView query={query}>{(guide) => <Steps guide={guide} />}</QueryView>
    </Page>
  );
}

function Steps({ guide }: { readonly guide: Guide }): ReactNode {
  const t = useTexts(guideTexts);
  const skip = useSkipGuide();
  const { offered, skipped, steps } = guide;
  const { mutate } = skip;
  useEffect(() => {
    // Seen once is enough: the next sign-in leads to one's work.
    if (offered) mutate(false);
  }, [offered, mutate]);
  const done = steps.filter((step) => step.done).length;
  return (
    <Stack>
      {skip.error !== null && <FailureAlert failure={toFailure(skip.error)} />}
      {skipped && <Alert>{t.skipped}</Alert>}
      <Group gap="sm">
        <Progress
          value={(100 * done) / Math.max(steps.length, 1)}
          flex={1}
          aria-label={t.progress(done, steps.length)}
        />
        <Text size="sm">{done === steps.length ? t.allDone : t.progress(done, steps.length)}</Text>
      </Group>
      <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {steps.map((step) => (
          <Step key={step.id} {...step} />
        ))}
      </Stack>
      {done < steps.length && (
        <Group>
          <Button variant="subtle" loading={skip.isPending} onClick={() => mutate(!skipped)}>
            {skipped ? t.resume : t.skip}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Step({ id, done }: Guide['steps'][number]): ReactNode {
  const t = useTexts(guideTexts);
  const { title, text, action } = t.steps[id];
  return (
    <Paper component="li" withBorder p="md" data-step={id} data-done={done}>
      <Group wrap="nowrap" align="center">
        <ThemeIcon
          variant={done ? 'filled' : 'default'}
          radius="xl"
          size="lg"
          role="img"
          aria-label={done ? t.done : t.open}
        >
          {done ? <IconCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
        </ThemeIcon>
        <div style={{ flex: 1 }}>
          <Title order={2} fz="md">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </div>
        {!done && (
          <Button component={Link} to={places[id]} variant="default">
            {action}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
