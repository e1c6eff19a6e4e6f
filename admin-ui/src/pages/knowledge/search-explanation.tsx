import { Code, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SearchReply } from '../../data/search.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { search } from '../../i18n/search.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguageName } from './use-language-name.ts';

interface SearchExplanationProps {
  readonly explanation: NonNullable<SearchReply['explanation']>;
}

/** How the query was read, and how long each way took. */
export function SearchExplanation({ explanation }: SearchExplanationProps): ReactNode {
  const t = useTexts(search);
  const format = useFormat();
  const languageName = useLanguageName();
  const { language, lookUps, terms, weight, confidence, ms } = explanation;
  const milliseconds = (value: number): string => `${format.number(value, 1)} ms`;
  return (
    <Group gap="lg" role="status">
      <Text size="sm">{t.readAs(languageName(language))}</Text>
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          {t.terms}
        </Text>
        {terms.length === 0 && <Text size="sm">{t.noTerms}</Text>}
        {terms.map((term) => (
          <Code key={term}>{term}</Code>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {ms.vectors === undefined
          ? t.withoutVectors(milliseconds(ms.words))
          : t.times(milliseconds(ms.words), milliseconds(ms.vectors))}
      </Text>
      <Text size="sm" c="dimmed">
        {t.weight(format.percent(weight))}
      </Text>
      <Text size="sm" c="dimmed">
        {t.confidence(format.percent(confidence))}
      </Text>
      {lookUps.length > 1 && (
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {t.parts}
          </Text>
          {lookUps.slice(1).map((part) => (
            <Code key={part}>{part}</Code>
          ))}
        </Group>
      )}
    </Group>
  );
}
