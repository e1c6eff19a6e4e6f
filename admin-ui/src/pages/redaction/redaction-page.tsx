import { Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconShieldLock } from '@tabler/icons-react';
import { Navigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMaskFindings, useMaskProfiles } from '../../data/mask-rules.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { FindingTable } from './finding-table.tsx';
import { MarkedText } from './marked-text.tsx';
import { MaskedResult } from './masked-result.tsx';
import { RedactionTabs } from './redaction-tabs.tsx';
import { TextInputArea } from './text-input-area.tsx';

const PAUSE_MS = 250;

/** A text, what is masked in it, by which rule and why. */
export function RedactionPage(): ReactNode {
  const t = useTexts(redaction);
  const [text, setText] = useState('');
  const [profile, setProfile] = useState<string>();
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const mayPreview = useMay('redaction:preview');
  if (!mayPreview) return <Navigate to="/redaction/types" replace />;
  return (
    <Page title={t.title} lead={t.lead} below={<RedactionTabs />}>
      <Stack gap="lg">
        <TextInputArea text={text} onText={setText} />
        <ProfileChoice profile={profile} onProfile={setProfile} />
        {settled.trim() === '' ? (
          <EmptyState icon={IconShieldLock} title={t.start} text={t.startText} />
        ) : (
          <Findings text={settled} profile={profile} />
        )}
      </Stack>
    </Page>
  );
}

interface ProfileChoiceProps {
  readonly profile: string | undefined;
  readonly onProfile: (profile: string | undefined) => void;
}

/** Only those who read the rules see what is masked for others. */
function ProfileChoice({ profile, onProfile }: ProfileChoiceProps): ReactNode {
  const t = useTexts(redaction);
  const mayRead = useMay('redaction:read');
  const { data: profiles = [] } = useMaskProfiles(mayRead);
  const titles: Readonly<Record<string, string>> = t.profileTitles;
  if (!mayRead) return null;
  return (
    <Group>
      <Select
        label={t.profile}
        data={profiles.map(({ name, title }) => ({
          value: name,
          label: `${name}: ${titles[name] ?? title}`,
        }))}
        placeholder={t.ownProfile}
        value={profile ?? null}
        onChange={(name) => onProfile(name ?? undefined)}
        clearable
        w={420}
        maw="100%"
      />
    </Group>
  );
}

function Findings({
  text,
  profile,
}: {
  readonly text: string;
  readonly profile: string | undefined;
}): ReactNode {
  const result = useMaskFindings(text, profile);
  return (
    <QueryView query={result}>
      {({ masked, findings }) => (
        <Stack gap="lg">
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <MarkedText text={text} findings={result.isPlaceholderData ? [] : findings} />
            <MaskedResult masked={masked} />
          </SimpleGrid>
          <FindingTable text={text} findings={result.isPlaceholderData ? [] : findings} />
        </Stack>
      )}
    </QueryView>
  );
}
