import { Anchor, Code, Paper, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CustomRule } from '../../../data/custom-rules.ts';
import { customRules } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useTypeName } from '../../../state/use-type-name.ts';
import { TierBadge } from '../tier-badge.tsx';
import { TestsBadge } from './tests-badge.tsx';

interface RuleTableProps {
  readonly rules: readonly CustomRule[];
  readonly onChoose: (id: string) => void;
}

/** One rule a line: what it finds, where it counts, and whether its tests pass. */
export function RuleTable({ rules, onChoose }: RuleTableProps): ReactNode {
  const t = useTexts(customRules);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860}>
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.rule}</Table.Th>
              <Table.Th>{t.type}</Table.Th>
              <Table.Th>{t.finds}</Table.Th>
              <Table.Th>{t.context}</Table.Th>
              <Table.Th>{t.profiles}</Table.Th>
              <Table.Th>{t.tests}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} onChoose={onChoose} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface RuleRowProps extends Pick<RuleTableProps, 'onChoose'> {
  readonly rule: CustomRule;
}

function RuleRow({ rule, onChoose }: RuleRowProps): ReactNode {
  const t = useTexts(customRules);
  const format = useFormat();
  const typeName = useTypeName();
  const { id, type, tier, file, line, pattern, wordCount, context, profiles, tests } = rule;
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={2} align="flex-start">
          <Anchor component="button" size="sm" ff="monospace" ta="start" onClick={() => onChoose(id)}>
            {id}
          </Anchor>
          <Text size="xs" c="dimmed">
            {line === undefined ? file : t.place(file, format.number(line))}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-start">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {typeName(type)}
          </Text>
          <TierBadge tier={tier} />
        </Stack>
      </Table.Td>
      <Table.Td maw={200}>
        {pattern === undefined ? (
          wordCount === 1 ? (
            t.oneWord
          ) : (
            t.words(format.number(wordCount))
          )
        ) : (
          <Code style={{ overflowWrap: 'anywhere' }}>{pattern}</Code>
        )}
      </Table.Td>
      <Table.Td maw={140}>{context.length === 0 ? t.noContext : context.join(' · ')}</Table.Td>
      <Table.Td maw={200}>{profiles.length === 0 ? t.noProfile : profiles.join(' · ')}</Table.Td>
      <Table.Td>
        <TestsBadge tests={tests} />
      </Table.Td>
    </Table.Tr>
  );
}
