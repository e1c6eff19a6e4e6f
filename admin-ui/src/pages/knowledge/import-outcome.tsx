import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportOutcome } from '../../data/imports.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { importTexts } from '../../i18n/imports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ImportParts } from './import-parts.tsx';

/** What came of an import: its size, what people should look at, and what became of the files inside. */
export function ImportOutcomeView({ outcome }: { readonly outcome: ImportOutcome }): ReactNode {
  const t = useTexts(importTexts);
  const format = useFormat();
  const { status, version, pages, chunks, warnings, parts } = outcome;
  const facts = [
    t.statuses[status](format.number(version)),
    ...(pages === undefined ? [] : [t.pages(format.number(pages))]),
    t.passages(format.number(chunks)),
  ];
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {warnings.map(({ code, count }) => (
        <ImportWarning key={code} code={code} count={count} />
      ))}
      <ImportParts parts={parts} />
    </Stack>
  );
}

/** One of a code that this page does not know is told by no text; parts that could not be read are listed by name. */
function ImportWarning({ code, count }: ImportOutcome['warnings'][number]): ReactNode {
  const texts: Readonly<Record<string, (count: string) => string>> = useTexts(importTexts).warnings;
  const format = useFormat();
  const say = texts[code];
  if (say === undefined) return null;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconAlertTriangle size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm">{say(format.number(count))}</Text>
    </Group>
  );
}
