import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MaskedText } from '../../../components/masked-text.tsx';
import { previewMask } from '../../../data/redaction.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { playground } from '../../../i18n/playground.ts';

/** The prompt as the model read it, for those who may see what masking does. */
export function MaskedPrompt({ text }: { readonly text: string }): ReactNode {
  const t = useTexts(playground);
  const { data } = useQuery({
    queryKey: ['mask-preview', text],
    queryFn: ({ signal }) => previewMask(text, signal),
    // It may hold personal values: nothing of it stays when the page is left.
    gcTime: 0,
  });
  if (data === undefined) return null;
  return (
    <Card withBorder component="section" aria-labelledby="masked-prompt">
      <Stack gap="xs">
        <Title order={2} size="h5" id="masked-prompt">
          {t.masked}
        </Title>
        <Text size="sm" c="dimmed">
          {Object.keys(data.counts).length === 0 ? t.maskedNothing : t.maskedHint}
        </Text>
        <MaskedText text={data.masked} />
      </Stack>
    </Card>
  );
}
