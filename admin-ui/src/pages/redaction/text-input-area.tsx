import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { redactionExamples } from '../../i18n/redaction-examples.ts';
import { redaction } from '../../i18n/redaction.ts';

interface TextInputAreaProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function TextInputArea({ text, onText }: TextInputAreaProps): ReactNode {
  const t = useTexts(redaction);
  const examples = useTexts(redactionExamples);
  const buttons = [
    [examples.letter, examples.letterText],
    [examples.form, examples.formText],
    [examples.secrets, examples.secretsText],
    [examples.disguised, examples.disguisedText],
  ] as const;
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
      <Group gap="xs" role="group" aria-labelledby="examples">
        <Text size="sm" c="dimmed" id="examples">
          {examples.label}
        </Text>
        {buttons.map(([name, example]) => (
          <Button key={name} size="compact-sm" variant="default" onClick={() => onText(example)}>
            {name}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
