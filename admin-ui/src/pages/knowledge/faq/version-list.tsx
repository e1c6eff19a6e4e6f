import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import type { FaqVersion } from '../../../data/faq.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { StateBadges } from './state-badges.tsx';

/** Every version, who wrote it and who approved it. */
export function VersionList({ versions }: { readonly versions: readonly FaqVersion[] }): ReactNode {
  const t = useTexts(faq);
  const format = useFormat();
  return (
    <Stack gap="xs">
      {versions.map(({ version, state, authors, approvedBy, approvedAt, updatedAt }) => (
        <Group key={version} gap="sm">
          <Text size="sm" fw={500}>
            {t.version(version)}
          </Text>
          <StateBadges states={[state]} />
          <Text size="sm" c="dimmed">
            {[
              t.by(authors.map(({ id, name }) => name || id).join(', ')),
              ...(approvedBy === undefined || approvedAt === undefined
                ? []
                : [t.approvedBy(approvedBy.name || approvedBy.id, format.time(new Date(approvedAt)))]),
            ].join(' · ')}
          </Text>
          <Text size="sm" c="dimmed" component="div">
            <Timestamp at={updatedAt} />
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
