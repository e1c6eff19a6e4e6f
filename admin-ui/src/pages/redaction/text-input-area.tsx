import { Button, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';

interface TextInputAreaProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function TextInputArea({ text, onText }: TextInputAreaProps): ReactNode {
  const t = useTexts(redaction);
  return (
    <Stack gap="xs" align="flex-start">
      <Textarea
        label={t.text}
        description={t.textHint}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        rows={6}
        w="100%"
        autoComplete="off"
        spellCheck={false}
      />
      {text === '' && (
        <Button size="compact-sm" variant="default" onClick={() => onText(t.exampleText)}>
          {t.example}
        </Button>
      )}
    </Stack>
  );
}
