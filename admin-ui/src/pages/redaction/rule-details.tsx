import { Code, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DescribedRule } from '../../data/mask-rules.ts';
import { coverage } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { TestText } from './test-text.tsx';

/** What a rule checks, which forms it reads, and the texts that test it. */
export function RuleDetails({ rule }: { readonly rule: DescribedRule }): ReactNode {
  const t = useTexts(coverage);
  const format = useFormat();
  const { score, needsContext, forms, positives, negatives } = rule;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {`${needsContext ? t.needsWord : t.standsAlone} ${t.score(format.number(score, 2))}`}
      </Text>
      {forms.length > 0 && (
        <Group gap={6} align="baseline">
          <Text size="sm" c="dimmed">
            {t.forms}
          </Text>
          {forms.map((form) => (
            <Code key={form} style={{ overflowWrap: 'anywhere' }}>
              {form}
            </Code>
          ))}
        </Group>
      )}
      <Tests title={t.found} texts={positives} />
      <Tests title={t.ignored} texts={negatives} />
    </Stack>
  );
}

function Tests({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): ReactNode {
  const t = useTexts(coverage);
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {texts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.noTests}
        </Text>
      ) : (
        <List size="sm" spacing={4}>
          {texts.map((text) => (
            <List.Item key={text}>
              <TestText text={text} />
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
