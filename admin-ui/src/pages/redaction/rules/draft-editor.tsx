import { Alert, Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconFlask, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { isRuleFileName, type RulesDraft, useRulesCheck } from '../../../data/custom-rules.ts';
import { saveFile } from '../../../data/save-file.ts';
import { customRules, rulesExample } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { CheckedDraft } from './checked-draft.tsx';
import { selectLine } from './select-line.ts';

const PAUSE_MS = 500;

interface DraftEditorProps {
  readonly file: string;
  /** What to begin with. */
  readonly text: string;
}

/** A file of rules on the left, what the server makes of it on the right. */
export function DraftEditor({ file, text }: DraftEditorProps): ReactNode {
  const t = useTexts(customRules);
  const example = useTexts(rulesExample);
  const [draft, setDraft] = useState<RulesDraft>({ file, text, sample: '' });
  const area = useRef<HTMLTextAreaElement>(null);
  const isNamed = isRuleFileName(draft.file);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack>
        <TextInput
          label={t.file}
          description={t.fileHint}
          value={draft.file}
          error={isNamed ? undefined : t.fileWrong}
          onChange={(event) => setDraft({ ...draft, file: event.currentTarget.value })}
          maw={360}
        />
        <Textarea
          ref={area}
          label={t.yaml}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          rows={20}
          maxLength={200_000}
          wrap="off"
          autoComplete="off"
          spellCheck={false}
          lang="en"
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            onClick={() => setDraft({ ...draft, text: example.yaml, sample: example.sample })}
          >
            {t.example}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={draft.text.trim() === '' || !isNamed}
            onClick={() => saveFile(draft.file, draft.text)}
          >
            {t.save}
          </Button>
        </Group>
        <Textarea
          label={t.sample}
          description={t.sampleHint}
          value={draft.sample}
          onChange={(event) => setDraft({ ...draft, sample: event.currentTarget.value })}
          rows={4}
          maxLength={20_000}
          autoComplete="off"
          spellCheck={false}
        />
        <Alert variant="light" icon={<IconInfoCircle aria-hidden />} title={t.howToTitle}>
          {t.howTo(isNamed ? draft.file : '…')}
        </Alert>
      </Stack>
      <Results draft={draft} onLine={(line) => area.current !== null && selectLine(area.current, line)} />
    </SimpleGrid>
  );
}

interface ResultsProps {
  readonly draft: RulesDraft;
  readonly onLine: (line: number) => void;
}

function Results({ draft, onLine }: ResultsProps): ReactNode {
  const t = useTexts(customRules);
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const check = useRulesCheck(settled);
  if (settled.text.trim() === '') return <EmptyState icon={IconFlask} title={t.start} text={t.startText} />;
  if (!isRuleFileName(settled.file)) return null;
  return (
    <QueryView query={check}>
      {(result) => (
        <CheckedDraft
          result={result}
          sample={settled.sample}
          stale={check.isPlaceholderData}
          onLine={onLine}
        />
      )}
    </QueryView>
  );
}
