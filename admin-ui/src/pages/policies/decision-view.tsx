import { Alert, Code, List, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Decision } from '../../data/policies.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { policies as policyTexts } from '../../i18n/policies.ts';
import { SourceView } from './source-view.tsx';

/** What was decided, in plain words, with the text of the policies that decided. */
export function DecisionView({ decision }: { readonly decision: Decision }): ReactNode {
  const t = useTexts(policyTexts);
  const { allowed, errors, policies } = decision;
  const Icon = allowed ? IconCircleCheck : IconCircleX;
  return (
    <Stack role="status">
      <Alert
        color={allowed ? 'pine' : 'red'}
        icon={<Icon aria-hidden />}
        title={allowed ? t.allowed : t.denied}
      >
        {errors.length === 0 && policies.length === 0 && t.nothingPermits}
        {errors.length > 0 && (
          <>
            <Text size="sm">{t.errors}</Text>
            <List size="sm">
              {errors.map((error) => (
                <List.Item key={error}>
                  <Code>{error}</Code>
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Alert>
      {policies.length > 0 && <Title order={2}>{t.because}</Title>}
      {policies.map((policy) => (
        <DecidingPolicy key={policy.id} {...policy} />
      ))}
    </Stack>
  );
}

function DecidingPolicy({ id, file, text }: Decision['policies'][number]): ReactNode {
  const t = useTexts(policyTexts);
  const rules: Readonly<Record<string, string>> = t.rules;
  return (
    <Stack gap="xs">
      <Text>{rules[id] ?? t.siteRule}</Text>
      <Text size="sm" c="dimmed">
        <Code>{id}</Code> {t.file(file)}
      </Text>
      <SourceView label={t.source(id)} text={text} />
    </Stack>
  );
}
