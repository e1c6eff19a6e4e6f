import { Accordion, Alert, Anchor, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CustomRule, RuleProblem, RulesCheck } from '../../../data/custom-rules.ts';
import { customRules } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { MarkedText } from '../marked-text.tsx';
import { TestTable } from './test-table.tsx';
import { TestsBadge } from './tests-badge.tsx';

interface CheckedDraftProps {
  readonly result: RulesCheck;
  /** What the findings are in. */
  readonly sample: string;
  /** Whether the result is that of an earlier draft, until the next one is there. */
  readonly stale: boolean;
  readonly onLine: (line: number) => void;
}

/** Whether the server would load the draft, what is wrong with it, its tests, and what it finds in the sample. */
export function CheckedDraft({ result, sample, stale, onLine }: CheckedDraftProps): ReactNode {
  const t = useTexts(customRules);
  const { problems, rules, findings } = result;
  return (
    <Stack aria-busy={stale}>
      <Verdict problems={problems} rules={rules} onLine={onLine} />
      {rules.length > 0 && <Rules rules={rules} />}
      {rules.length > 0 && sample.trim() !== '' && !stale && (
        <>
          <MarkedText title={t.inSample} text={sample} findings={findings} />
          {findings.length === 0 && (
            <Text size="sm" role="status">
              {t.nothingInSample}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}

interface VerdictProps extends Pick<CheckedDraftProps, 'onLine'> {
  readonly problems: readonly RuleProblem[];
  readonly rules: readonly CustomRule[];
}

function Verdict({ problems, rules, onLine }: VerdictProps): ReactNode {
  const t = useTexts(customRules);
  const format = useFormat();
  if (problems.length === 0) {
    const tests = rules.reduce((sum, rule) => sum + rule.tests.length, 0);
    return (
      <Alert color="pine" icon={<IconCircleCheck aria-hidden />} title={t.sound} role="status">
        {t.soundText(format.number(rules.length), format.number(tests))}
      </Alert>
    );
  }
  return (
    <Alert color="red" icon={<IconCircleX aria-hidden />} title={t.refused} role="status">
      <List size="sm" spacing={6} listStyleType="none">
        {problems.map(({ message, line }, place) => (
          // Two problems may have the same words.
          <List.Item key={place}>
            {line === undefined ? (
              <Text size="sm" fw={500}>
                {t.elsewhere}
              </Text>
            ) : (
              <Anchor component="button" size="sm" c="inherit" td="underline" onClick={() => onLine(line)}>
                {t.goToLine(format.number(line))}
              </Anchor>
            )}
            <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
              {message}
            </Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Rules({ rules }: { readonly rules: readonly CustomRule[] }): ReactNode {
  const t = useTexts(customRules);
  const failing = rules.filter(({ tests }) => tests.some(({ outcome }) => outcome !== 'passed'));
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {t.results}
      </Title>
      <Accordion multiple variant="contained" defaultValue={failing.map(({ id }) => id)}>
        {rules.map(({ id, tests, profiles }) => (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>
              <Group gap="sm">
                <Text size="sm" ff="monospace">
                  {id}
                </Text>
                <TestsBadge tests={tests} />
              </Group>
              <Text size="sm" c="dimmed">
                {profiles.length === 0 ? t.noProfile : profiles.join(' · ')}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <TestTable tests={tests} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
