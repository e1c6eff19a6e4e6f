import { Accordion, Code, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DescribedRule, DescribedType } from '../../data/mask-rules.ts';
import { coverage, detections } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RuleDetails } from './rule-details.tsx';
import { TierBadge } from './tier-badge.tsx';
import { useRegionName } from './use-region-name.ts';

/** A type with the words that announce it, and its rules in full. */
export function TypeDetails({ type }: { readonly type: DescribedType }): ReactNode {
  const t = useTexts(coverage);
  const format = useFormat();
  const regionName = useRegionName();
  const { id, label, tier, locale, context, rules } = type;
  return (
    <Stack>
      <Group gap="sm">
        <Code>{id}</Code>
        <TierBadge tier={tier} />
        <Text size="sm">{regionName(locale)}</Text>
        <Text size="sm" c="dimmed">
          {t.placeholder} <Code>{`[${label}_…]`}</Code>
        </Text>
      </Group>
      <Words label={t.wordsEn} words={context.en} lang="en" />
      <Words label={t.wordsZh} words={context.zh} lang="zh" />
      <Title order={3} size="h4">
        {`${t.rules} · ${format.number(rules.length)}`}
      </Title>
      <Accordion
        multiple
        variant="separated"
        defaultValue={rules.length === 1 ? rules.map((rule) => rule.id) : []}
      >
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </Accordion>
    </Stack>
  );
}

function RuleItem({ rule }: { readonly rule: DescribedRule }): ReactNode {
  const names = useTexts(detections);
  const regionName = useRegionName();
  return (
    <Accordion.Item value={rule.id}>
      <Accordion.Control>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {rule.id}
        </Text>
        <Text size="sm" c="dimmed">
          {[names[rule.kind], rule.validator, regionName(rule.locale)].join(' · ')}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <RuleDetails rule={rule} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

interface WordsProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly lang: string;
}

function Words({ label, words, lang }: WordsProps): ReactNode {
  const t = useTexts(coverage);
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {label}
      </Text>
      {words.length === 0 ? (
        <Text size="sm">{t.noWords}</Text>
      ) : (
        <Group gap={6} lang={lang}>
          {words.map((word) => (
            <Code key={word}>{word}</Code>
          ))}
        </Group>
      )}
    </div>
  );
}
