import { Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CustomRule } from '../../../data/custom-rules.ts';
import { useMay } from '../../../data/session.ts';
import { customRules } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TestTable } from './test-table.tsx';

interface RuleDrawerProps {
  /** Undefined while none is looked at. */
  readonly rule: CustomRule | undefined;
  readonly onClose: () => void;
}

/** A rule in full, beside the table. */
export function RuleDrawer({ rule, onClose }: RuleDrawerProps): ReactNode {
  const t = useTexts(customRules);
  return (
    <Drawer
      opened={rule !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={rule === undefined ? '' : t.details(rule.id)}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {rule !== undefined && <RuleInFull rule={rule} />}
    </Drawer>
  );
}

function RuleInFull({ rule }: { readonly rule: CustomRule }): ReactNode {
  const t = useTexts(customRules);
  const format = useFormat();
  const mayTry = useMay('policy:decide');
  const { type, file, line, pattern, words, wordCount, context, profiles, score, tests } = rule;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {line === undefined ? file : t.place(file, format.number(line))}
        </Text>
        {mayTry && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFlask size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/redaction/rules/try" search={{ file }} />}
          >
            {t.openFile(file)}
          </Button>
        )}
      </Group>
      <Fact name={t.type} values={[type]} />
      {pattern === undefined ? (
        <Fact
          name={t.wordList}
          values={words}
          more={wordCount > words.length ? t.moreWords(format.number(wordCount - words.length)) : undefined}
        />
      ) : (
        <Fact name={t.pattern} values={[pattern]} />
      )}
      <Fact name={t.context} values={context} more={context.length === 0 ? t.noContext : undefined} />
      <Fact name={t.profiles} values={profiles} more={profiles.length === 0 ? t.noProfile : undefined} />
      <Fact name={t.score} values={[format.number(score, 2)]} />
      <TestTable tests={tests} />
    </Stack>
  );
}

interface FactProps {
  readonly name: string;
  readonly values: readonly string[];
  /** Said after the values, or in place of them. */
  readonly more?: string | undefined;
}

function Fact({ name, values, more }: FactProps): ReactNode {
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {name}
      </Text>
      <Group gap={6}>
        {values.map((value) => (
          <Code key={value} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Code>
        ))}
        {more !== undefined && <Text size="sm">{more}</Text>}
      </Group>
    </div>
  );
}
