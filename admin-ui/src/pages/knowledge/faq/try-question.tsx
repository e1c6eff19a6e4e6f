import { Alert, Paper, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { FailureAlert } from '../../../components/states.tsx';
import { type TryResult, useTrial } from '../../../data/faq.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';

interface TryQuestionProps {
  readonly wordings: readonly string[];
  readonly entry: string | undefined;
}

/** Every trial is an embedding of all wordings, so none is made at each key. */
const DELAY_MS = 300;

/** Shows what a question would be answered with, before anything is approved. */
export function TryQuestion({ wordings, entry }: TryQuestionProps): ReactNode {
  const t = useTexts(faq);
  const [question, setQuestion] = useState('');
  // Each wording is one line, so that they make one value that holds still while somebody types.
  const [asked] = useDebouncedValue(question.trim(), DELAY_MS);
  const [lines] = useDebouncedValue(wordings.join('\n'), DELAY_MS);
  const written = lines.split('\n').filter((wording) => wording !== '');
  const result = useTrial({ question: asked, wordings: written, entry });
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <TextInput
          label={t.tryTitle}
          description={t.tryHint}
          maxLength={500}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <div role="status">
          {asked !== '' && result.data !== undefined && <TrialResult result={result.data} />}
        </div>
        {result.error !== null && <FailureAlert failure={toFailure(result.error)} />}
      </Stack>
    </Paper>
  );
}

function TrialResult({ result: { wording, taken } }: { readonly result: TryResult }): ReactNode {
  const t = useTexts(faq);
  if (taken !== undefined) {
    return (
      <Alert color="yellow" p="xs" icon={<IconAlertTriangle size={16} aria-hidden />}>
        {t.tryTaken(taken.wording)}
      </Alert>
    );
  }
  return wording === undefined ? (
    <Alert color="gray" p="xs" icon={<IconX size={16} aria-hidden />}>
      {t.tryNo}
    </Alert>
  ) : (
    <Alert p="xs" icon={<IconCheck size={16} aria-hidden />}>
      {t.tryYes(wording)}
    </Alert>
  );
}
