import { Paper, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type MaskProfile, useMaskProfiles } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ProfileTable } from './profile-table.tsx';
import { RedactionTabs } from './redaction-tabs.tsx';

/** What each profile masks, and where they differ. */
export function ProfilesPage(): ReactNode {
  const t = useTexts(redaction);
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  return (
    <Page title={t.title} lead={t.profilesLead} below={<RedactionTabs />}>
      <QueryView query={useMaskProfiles()}>
        {(profiles) => (
          <Stack>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              {profiles.map((profile) => (
                <ProfileCard key={profile.name} profile={profile} />
              ))}
            </SimpleGrid>
            <Switch
              label={t.onlyDifferences}
              checked={onlyDifferences}
              onChange={(event) => setOnlyDifferences(event.currentTarget.checked)}
            />
            <ProfileTable profiles={profiles} onlyDifferences={onlyDifferences} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function ProfileCard({ profile }: { readonly profile: MaskProfile }): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  const titles: Readonly<Record<string, string>> = t.profileTitles;
  const { name, title, types } = profile;
  const masked = types.filter((type) => type.masked).length;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h3">
        {name}
      </Title>
      <Text size="sm">{titles[name] ?? title}</Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t.masksOf(format.number(masked), format.number(types.length))}
      </Text>
    </Paper>
  );
}
