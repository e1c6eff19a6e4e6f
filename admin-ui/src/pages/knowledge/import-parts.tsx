import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { ImportOutcome } from '../../data/imports.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { importTexts } from '../../i18n/imports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useFileReason } from './use-import-reason.ts';

type Parts = ImportOutcome['parts'];

/** The files inside of an archive or a mail: how many, and each by name when asked for. Open when one was refused. */
export function ImportParts({ parts }: { readonly parts: Parts }): ReactNode {
  const t = useTexts(importTexts);
  const format = useFormat();
  const { imported, skipped, refused, listed } = parts;
  const [opened, { toggle }] = useDisclosure(refused > 0);
  const list = useId();
  if (listed.length === 0) return null;
  const counts = (['imported', 'skipped', 'refused'] as const)
    .filter((outcome) => parts[outcome] > 0)
    .map((outcome) => t.partCounts[outcome](format.number(parts[outcome])));
  const more = imported + skipped + refused - listed.length;
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{[t.parts, ...counts].join(' · ')}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={toggle}
          aria-expanded={opened}
          aria-controls={opened ? list : undefined}
        >
          {opened ? t.hideParts : t.showParts}
        </Button>
      </Group>
      {opened && (
        <Stack id={list} component="ul" gap={2} m={0} pl="md">
          {listed.map((part, at) => (
            <PartLine key={`${at} ${part.name}`} part={part} />
          ))}
          {more > 0 && (
            <Text size="sm" c="dimmed" component="li">
              {t.moreParts(format.number(more))}
            </Text>
          )}
        </Stack>
      )}
    </>
  );
}

function PartLine({ part }: { readonly part: Parts['listed'][number] }): ReactNode {
  const t = useTexts(importTexts);
  const reasonOf = useFileReason();
  const { name, outcome, reason } = part;
  return (
    <Text size="sm" component="li" style={{ overflowWrap: 'anywhere' }}>
      {`${name} — ${t.outcomes[outcome]}`}
      {reason !== undefined && `: ${reasonOf(reason)}`}
    </Text>
  );
}
