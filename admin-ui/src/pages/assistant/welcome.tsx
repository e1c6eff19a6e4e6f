import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** What stands in a conversation before its first question. */
export function Welcome({ onAsk }: { readonly onAsk: (question: string) => void }): ReactNode {
  const t = useTexts(assistant);
  return (
    <Stack gap="md" maw={560} mx="auto" my="xl">
      <Title order={2} fz="1.5rem">
        {t.welcome}
      </Title>
      <Text c="dimmed">{t.welcomeLead}</Text>
      <Text size="sm" fw={600} id="samples-label">
        {t.samplesLabel}
      </Text>
      <Stack gap="xs" role="group" aria-labelledby="samples-label">
        {[t.samples.first, t.samples.second, t.samples.third].map((sample) => (
          <Button
            key={sample}
            variant="default"
            justify="flex-start"
            h="auto"
            py="xs"
            fw={500}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start', overflow: 'visible' } }}
            onClick={() => onAsk(sample)}
          >
            {sample}
          </Button>
        ))}
      </Stack>
    </Stack>
  );
}
