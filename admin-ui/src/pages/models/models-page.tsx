import { Button, Stack } from '@mantine/core';
import { IconCpu, IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useModels } from '../../data/models.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { models } from '../../i18n/models.ts';
import { BringModel } from './bring-model.tsx';
import { ModelCard } from './model-card.tsx';

export function ModelsPage(): ReactNode {
  const t = useTexts(models);
  const query = useModels();
  const manages = useMay('model:manage');
  const asks = useMay('chat:create');
  return (
    <Page title={t.title} lead={t.description} actions={asks ? <PlaygroundLink /> : undefined}>
      <QueryView
        query={query}
        isEmpty={(all) => all.length === 0}
        empty={<EmptyState icon={IconCpu} title={t.empty} />}
      >
        {(all) => (
          <Stack gap="lg">
            {all.map((model) => (
              <ModelCard key={model.id} model={model} all={all} manages={manages} />
            ))}
            {manages && <BringModel />}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function PlaygroundLink(): ReactNode {
  const t = useTexts(models);
  return (
    <Button
      variant="default"
      leftSection={<IconFlask size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/models/playground" {...props} />}
    >
      {t.playground}
    </Button>
  );
}
