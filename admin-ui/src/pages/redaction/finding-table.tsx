import { Badge, Code, Paper, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Finding } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { FindingReasons } from './finding-reasons.tsx';
import { joinFindings, type JoinedFinding, type ProfilePreview } from './join-findings.ts';
import { OperatorText } from './operator-text.tsx';

interface FindingTableProps {
  readonly text: string;
  /** Of one profile, or of several to compare. */
  readonly previews: readonly ProfilePreview[];
}

/** Each value that was found: what it is, what happens to it, which rule found it, and why. */
export function FindingTable({ text, previews }: FindingTableProps): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  const joined = joinFindings(previews);
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {joined.length === 0 ? t.nothing : t.count(format.number(joined.length))}
      </Text>
      {joined.length > 0 && (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={820}>
            <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.found}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.value}</Table.Th>
                  <Table.Th>{t.type}</Table.Th>
                  {previews.map(({ profile }, place) => (
                    <Table.Th key={place}>{previews.length === 1 ? t.happens : t.with(profile)}</Table.Th>
                  ))}
                  <Table.Th>{t.reason}</Table.Th>
                  <Table.Th>{t.rule}</Table.Th>
                  <Table.Th ta="right">{t.score}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {joined.map((row) => (
                  <FindingRow key={`${row.finding.start}-${row.finding.type}`} text={text} row={row} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </Stack>
  );
}

interface FindingRowProps {
  readonly text: string;
  readonly row: JoinedFinding;
}

function FindingRow({ text, row: { finding, operators } }: FindingRowProps): ReactNode {
  const format = useFormat();
  const typeName = useTypeName();
  const { start, end, type, rule, score } = finding;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{text.slice(start, end)}</Table.Td>
      <Table.Td>
        {typeName(type)}
        <Unverified finding={finding} />
      </Table.Td>
      {operators.map((operator, place) => (
        <Table.Td key={place}>
          <OperatorText operator={operator} />
        </Table.Td>
      ))}
      <Table.Td>
        <FindingReasons text={text} finding={finding} />
      </Table.Td>
      <Table.Td>
        <Code>{rule}</Code>
      </Table.Td>
      <Table.Td ta="right">{format.number(score, 2)}</Table.Td>
    </Table.Tr>
  );
}

function Unverified({ finding: { reason } }: { readonly finding: Finding }): ReactNode {
  const t = useTexts(redaction);
  if (reason.unverified !== true) return null;
  return (
    <Badge ml={6} variant="outline" color="orange.9" tt="none" fw={500} autoContrast>
      {t.unverified}
    </Badge>
  );
}
