import { Code, Grid, Group, NavLink, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type PolicyBundle, type PolicyFile, usePolicyBundle } from '../../data/policies.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { policies } from '../../i18n/policies.ts';
import { PoliciesTabs } from './policies-tabs.tsx';
import { SourceView } from './source-view.tsx';

export function PoliciesPage(): ReactNode {
  const t = useTexts(policies);
  return (
    <Page title={t.title} lead={t.lead} below={<PoliciesTabs />}>
      <QueryView query={usePolicyBundle()}>{(bundle) => <Bundle {...bundle} />}</QueryView>
    </Page>
  );
}

function Bundle({ bundle, digest, files }: PolicyBundle): ReactNode {
  const t = useTexts(policies);
  return (
    <Stack>
      <Group gap="xl">
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t.bundle}
          </Text>
          <Text fw={600}>{bundle}</Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t.digest}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{digest}</Code>
          <CopyButton text={digest} label={t.copyDigest} />
        </Group>
      </Group>
      <Files files={files} />
    </Stack>
  );
}

function Files({ files }: { readonly files: readonly PolicyFile[] }): ReactNode {
  const t = useTexts(policies);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState('access/roles.cedar');
  const wanted = search.trim();
  const found = files
    .map((file) => ({ file, hits: countHits(file.text, wanted) }))
    .filter(({ hits }) => wanted === '' || hits > 0);
  const shown = (found.find(({ file }) => file.path === chosen) ?? found[0])?.file;
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 3 }}>
        <TextInput
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          mb="xs"
        />
        <nav aria-label={t.files}>
          {found.map(({ file, hits }) => (
            <NavLink
              key={file.path}
              component="button"
              label={file.path}
              description={wanted === '' ? undefined : t.hits(hits)}
              active={file.path === shown?.path}
              aria-current={file.path === shown?.path ? 'true' : undefined}
              onClick={() => setChosen(file.path)}
            />
          ))}
        </nav>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 9 }}>
        {shown === undefined ? (
          <Text c="dimmed">{t.noHits}</Text>
        ) : (
          <SourceView label={t.source(shown.path)} text={shown.text} search={wanted} />
        )}
      </Grid.Col>
    </Grid>
  );
}

function countHits(text: string, wanted: string): number {
  const lower = wanted.toLowerCase();
  return text.split('\n').filter((line) => line.toLowerCase().includes(lower)).length;
}
