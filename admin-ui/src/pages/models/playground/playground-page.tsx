import { Grid, Stack } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { type Model, useModels } from '../../../data/models.ts';
import type { PlaygroundRequest } from '../../../data/playground.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { playground } from '../../../i18n/playground.ts';
import { MaskedPrompt } from './masked-prompt.tsx';
import { PlaygroundAnswer } from './playground-answer.tsx';
import { PlaygroundForm } from './playground-form.tsx';
import { useRun } from './use-run.ts';

const route = getRouteApi('/frame/models/playground');

export function PlaygroundPage(): ReactNode {
  const t = useTexts(playground);
  const query = useModels();
  return (
    <Page title={t.title} lead={t.description}>
      <QueryView
        query={query}
        isEmpty={(all) => askable(all).length === 0}
        empty={<EmptyState icon={IconMessageOff} title={t.noModel} />}
      >
        {(all) => <Playground choices={askable(all)} />}
      </QueryView>
    </Page>
  );
}

function Playground({ choices }: { readonly choices: readonly Model[] }): ReactNode {
  const { model } = route.useSearch();
  const navigate = useNavigate();
  const previews = useMay('redaction:preview');
  const { run, running, start, stop } = useRun();
  const [asked, setAsked] = useState<PlaygroundRequest>();
  const chosen =
    choices.find(({ id }) => id === model) ?? choices.find((choice) => choice.default) ?? choices[0];
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <PlaygroundForm
          choices={choices}
          chosen={chosen?.id ?? ''}
          onChoose={(id) => void navigate({ to: '/models/playground', search: { model: id }, replace: true })}
          running={running}
          onAsk={(request) => {
            setAsked(request);
            start(request);
          }}
          onStop={stop}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Stack gap="lg">
          <PlaygroundAnswer run={run} />
          {previews && asked !== undefined && <MaskedPrompt text={asked.prompt} />}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function askable(all: readonly Model[]): readonly Model[] {
  return all.filter(({ purpose, usable }) => purpose === 'chat' && usable);
}
