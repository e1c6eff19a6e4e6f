import { Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ListedRule, ListedType } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';

interface TypeDetailsProps {
  readonly type: ListedType;
  readonly rules: readonly ListedRule[];
}

/** The rules of one type with what they check, and the words that announce a value. */
export function TypeDetails({ type, rules }: TypeDetailsProps): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  return (
    <Stack gap="xs" pl="xl">
      {rules.map(({ id, validator, score }) => (
        <Group key={id} gap="sm">
          <Code>{id}</Code>
          <Text size="sm">{validator}</Text>
          <Text size="sm" c="dimmed">{`${t.score} ${format.number(score, 2)}`}</Text>
        </Group>
      ))}
      <Group gap={6} align="baseline">
        <Text size="sm" c="dimmed">
          {type.context.length === 0 ? t.noWords : t.words}
        </Text>
        {type.context.map((word) => (
          <Code key={word}>{word}</Code>
        ))}
      </Group>
    </Stack>
  );
}
