import { Anchor, Paper, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedType } from '../../data/mask-rules.ts';
import { coverage, detections } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { TierBadge } from './tier-badge.tsx';
import { useGroupName } from './use-group-name.ts';
import { useRegionName } from './use-region-name.ts';

/** Every type with what finds it and what tests that. */
export function TypeTable({ types }: { readonly types: readonly ListedType[] }): ReactNode {
  const t = useTexts(coverage);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860}>
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.type}</Table.Th>
              <Table.Th>{t.group}</Table.Th>
              <Table.Th>{t.tier}</Table.Th>
              <Table.Th>{t.place}</Table.Th>
              <Table.Th>{t.detection}</Table.Th>
              <Table.Th ta="right">{t.rules}</Table.Th>
              <Table.Th ta="right">{t.tests}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {types.map((type) => (
              <TypeRow key={type.id} type={type} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function TypeRow({ type }: { readonly type: ListedType }): ReactNode {
  const t = useTexts(coverage);
  const names = useTexts(detections);
  const groupName = useGroupName();
  const format = useFormat();
  const typeName = useTypeName();
  const regionName = useRegionName();
  const { id, tier, locale, kinds, rules, tests } = type;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          size="sm"
          fw={500}
          renderRoot={(props) => (
            <Link {...props} to="/redaction/types" search={{ type: id }} resetScroll={false} />
          )}
        >
          {typeName(id)}
        </Anchor>
        <Text size="xs" c="dimmed" ff="monospace">
          {id}
        </Text>
      </Table.Td>
      <Table.Td>{groupName(id)}</Table.Td>
      <Table.Td>
        <TierBadge tier={tier} />
      </Table.Td>
      <Table.Td>{regionName(locale)}</Table.Td>
      <Table.Td>{kinds.map((kind) => names[kind]).join(' · ')}</Table.Td>
      <Table.Td ta="right">{format.number(rules.length)}</Table.Td>
      <Table.Td ta="right">
        <Text
          span
          size="sm"
          title={t.testsOf(format.number(tests.positives), format.number(tests.negatives))}
        >
          {`${format.number(tests.positives)} + ${format.number(tests.negatives)}`}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
