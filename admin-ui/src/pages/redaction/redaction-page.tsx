import { SimpleGrid, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconShieldLock } from '@tabler/icons-react';
import { Navigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMaskFindings } from '../../data/mask-rules.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { FindingTable } from './finding-table.tsx';
import { MarkedText } from './marked-text.tsx';
import { MaskedResult } from './masked-result.tsx';
import { type ChosenProfiles, ProfileChoice } from './profile-choice.tsx';
import { RedactionTabs } from './redaction-tabs.tsx';
import { RefusedAlert } from './refused-alert.tsx';
import { TextInputArea } from './text-input-area.tsx';

const PAUSE_MS = 250;

/** A text, what happens to the values in it with one profile or two, by which rule and why. */
export function RedactionPage(): ReactNode {
  const t = useTexts(redaction);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ChosenProfiles>({ first: undefined, second: undefined });
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const mayPreview = useMay('redaction:preview');
  if (!mayPreview) return <Navigate to="/redaction/types" replace />;
  return (
    <Page title={t.title} lead={t.lead} below={<RedactionTabs />}>
      <Stack gap="lg">
        <TextInputArea text={text} onText={setText} />
        <ProfileChoice chosen={chosen} onChosen={setChosen} />
        {settled.trim() === '' ? (
          <EmptyState icon={IconShieldLock} title={t.start} text={t.startText} />
        ) : chosen.second === undefined ? (
          <Findings text={settled} profile={chosen.first} />
        ) : (
          <Comparison text={settled} first={chosen.first} second={chosen.second} />
        )}
      </Stack>
    </Page>
  );
}

interface FindingsProps {
  readonly text: string;
  readonly profile: string | undefined;
}

function Findings({ text, profile }: FindingsProps): ReactNode {
  const t = useTexts(redaction);
  const result = useMaskFindings(text, profile);
  return (
    <QueryView query={result}>
      {(preview) => {
        const findings = result.isPlaceholderData ? [] : preview.findings;
        return (
          <Stack gap="lg">
            <RefusedAlert findings={findings} />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <MarkedText title={t.found} text={text} findings={findings} />
              <MaskedResult title={t.masked} masked={preview.masked} />
            </SimpleGrid>
            <FindingTable text={text} previews={[{ profile: preview.profile, findings }]} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

interface ComparisonProps {
  readonly text: string;
  readonly first: string | undefined;
  readonly second: string;
}

/** The same text with two profiles side by side. */
function Comparison({ text, first, second }: ComparisonProps): ReactNode {
  const t = useTexts(redaction);
  const left = useMaskFindings(text, first);
  const right = useMaskFindings(text, second);
  return (
    <QueryView query={left}>
      {(one) => (
        <QueryView query={right}>
          {(other) => (
            <Stack gap="lg">
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
                {[one, other].map((preview, place) => (
                  <Stack key={place} gap="sm">
                    <RefusedAlert findings={preview.findings} />
                    <MaskedResult title={t.maskedWith(preview.profile)} masked={preview.masked} />
                  </Stack>
                ))}
              </SimpleGrid>
              <FindingTable
                text={text}
                previews={left.isPlaceholderData || right.isPlaceholderData ? [] : [one, other]}
              />
            </Stack>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}
