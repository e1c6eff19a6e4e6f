import { Group, Paper, SimpleGrid, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type ListedType, type MaskProfile, useMaskProfiles, useTypeListing } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { OperatorRules } from './operator-rules.tsx';
import { ProfileTable } from './profile-table.tsx';
import { RedactionTabs } from './redaction-tabs.tsx';

/** What each profile does to values of each type, and where they differ. */
export function ProfilesPage(): ReactNode {
  const t = useTexts(redaction);
  const listing = useTypeListing();
  return (
    <Page title={t.title} lead={t.profilesLead} below={<RedactionTabs />}>
      <QueryView query={useMaskProfiles()}>
        {(profiles) => (
          <QueryView query={listing}>
            {({ types }) => <ComparedProfiles profiles={profiles} types={types} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

interface ComparedProfilesProps {
  readonly profiles: readonly MaskProfile[];
  readonly types: readonly ListedType[];
}

function ComparedProfiles({ profiles, types }: ComparedProfilesProps): ReactNode {
  const t = useTexts(redaction);
  const typeName = useTypeName();
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fitting = types.filter(({ id }) =>
    [id, typeName(id)].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 5 }}>
        {profiles.map((profile) => (
          <ProfileCard key={profile.name} profile={profile} />
        ))}
      </SimpleGrid>
      <Group>
        <TextInput
          aria-label={t.searchTypes}
          placeholder={t.searchTypes}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={240}
        />
        <Switch
          label={t.onlyDifferences}
          checked={onlyDifferences}
          onChange={(event) => setOnlyDifferences(event.currentTarget.checked)}
        />
      </Group>
      <ProfileTable profiles={profiles} types={fitting} onlyDifferences={onlyDifferences} />
    </Stack>
  );
}

function ProfileCard({ profile }: { readonly profile: MaskProfile }): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  const titles: Readonly<Record<string, string>> = t.profileTitles;
  const { name, title, types, operators, disabledRules } = profile;
  const masked = types.filter((type) => type.masked).length;
  const facts = [
    t.masksOf(format.number(masked), format.number(types.length)),
    ...(disabledRules.length === 0 ? [] : [t.disabledRules(disabledRules.join(', '))]),
  ];
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h3">
        {name}
      </Title>
      <Text size="sm">{titles[name] ?? title}</Text>
      {facts.map((fact) => (
        <Text key={fact} size="sm" c="dimmed" mt={4}>
          {fact}
        </Text>
      ))}
      {operators.length > 0 && <OperatorRules rules={operators} />}
    </Paper>
  );
}
