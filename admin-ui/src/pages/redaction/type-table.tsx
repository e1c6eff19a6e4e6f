import { ActionIcon, Badge, Code, Group, Paper, Table, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type ListedRule, type ListedType, tiers } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { TypeDetails } from './type-details.tsx';
import { useRegionName } from './use-region-name.ts';

interface TypeTableProps {
  readonly types: readonly ListedType[];
  readonly rules: readonly ListedRule[];
}

export function TypeTable({ types, rules }: TypeTableProps): ReactNode {
  const t = useTexts(redaction);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.types}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.type}</Table.Th>
              <Table.Th>{t.tier}</Table.Th>
              <Table.Th>{t.region}</Table.Th>
              <Table.Th>{t.check}</Table.Th>
              <Table.Th ta="right">{t.rules}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {types.map((type) => (
              <TypeRows key={type.id} type={type} rules={rules.filter((rule) => rule.type === type.id)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface TypeRowsProps {
  readonly type: ListedType;
  readonly rules: readonly ListedRule[];
}

function TypeRows({ type, rules }: TypeRowsProps): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  const typeName = useTypeName();
  const regionName = useRegionName();
  const [open, setOpen] = useState(false);
  const Icon = open ? IconChevronDown : IconChevronRight;
  const name = typeName(type.id);
  const checks = [...new Set(rules.map(({ validator }) => validator))];
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <Group gap="xs" wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-expanded={open}
              aria-label={t.details(name)}
              onClick={() => setOpen(!open)}
            >
              <Icon size={16} aria-hidden />
            </ActionIcon>
            <div>
              <Text size="sm" fw={500}>
                {name}
              </Text>
              <Text size="xs" c="dimmed" ff="monospace">
                {type.id}
              </Text>
            </div>
          </Group>
        </Table.Td>
        <Table.Td>
          <TierBadge tier={type.tier} />
        </Table.Td>
        <Table.Td>{regionName(type.locale)}</Table.Td>
        <Table.Td maw={280}>
          <Code>{checks.join(' · ')}</Code>
        </Table.Td>
        <Table.Td ta="right">{format.number(rules.length)}</Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <TypeDetails type={type} rules={rules} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function TierBadge({ tier }: { readonly tier: string }): ReactNode {
  const t = useTexts(redaction);
  const known = tiers.find((one) => one === tier);
  if (known === undefined) return tier;
  return (
    <Tooltip label={t.tierHints[known]}>
      <Badge variant="default" tt="none" fw={500} miw="max-content">
        {t.tiers[known]}
      </Badge>
    </Tooltip>
  );
}
