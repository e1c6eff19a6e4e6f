import { Code, Paper, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Finding } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';

interface FindingTableProps {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Each value that is masked: what it is, which rule found it, and why. */
export function FindingTable({ text, findings }: FindingTableProps): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {findings.length === 0 ? t.nothing : t.count(format.number(findings.length))}
      </Text>
      {findings.length > 0 && (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={720}>
            <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.found}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.value}</Table.Th>
                  <Table.Th>{t.type}</Table.Th>
                  <Table.Th>{t.reason}</Table.Th>
                  <Table.Th>{t.rule}</Table.Th>
                  <Table.Th ta="right">{t.score}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {findings.map((finding) => (
                  <FindingRow key={finding.start} text={text} finding={finding} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </Stack>
  );
}

function FindingRow({ text, finding }: { readonly text: string; readonly finding: Finding }): ReactNode {
  const format = useFormat();
  const typeName = useTypeName();
  const { start, end, type, rule, score } = finding;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{text.slice(start, end)}</Table.Td>
      <Table.Td>{typeName(type)}</Table.Td>
      <Table.Td>
        <Reasons text={text} finding={finding} />
      </Table.Td>
      <Table.Td>
        <Code>{rule}</Code>
      </Table.Td>
      <Table.Td ta="right">{format.number(score, 2)}</Table.Td>
    </Table.Tr>
  );
}

function Reasons({
  text,
  finding: { reason, rule },
}: {
  readonly text: string;
  readonly finding: Finding;
}): ReactNode {
  const t = useTexts(redaction);
  const check = reason.validator ?? rule;
  const why = {
    rule: reason.unverified === true ? t.reasons.unverified : t.reasons.rule(check),
    repeated: t.reasons.repeated,
    encoded: t.reasons.encoded(check),
  };
  return (
    <>
      <Text size="sm">{why[reason.kind]}</Text>
      {reason.word !== undefined && (
        <Text size="sm" c="dimmed">
          {t.reasons.word(text.slice(reason.word.start, reason.word.end))}
        </Text>
      )}
    </>
  );
}
