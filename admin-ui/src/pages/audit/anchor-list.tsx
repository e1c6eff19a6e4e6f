import { Alert, Badge, Paper, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditState } from '../../data/audit.ts';
import { auditAnchors } from '../../i18n/audit-anchors.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';

type Anchoring = AuditState['anchoring'];

/** Where checkpoints are kept besides this machine, and how that does. */
export function AnchorList({ anchoring }: { readonly anchoring: Anchoring }): ReactNode {
  const t = useTexts(auditAnchors);
  const { need, strict, anchors, anchored, maxAgeSeconds } = anchoring;
  return (
    <Paper component="section" withBorder p="md" mb="lg" aria-labelledby="anchors-title">
      <Title order={2} id="anchors-title" mb="xs">
        {t.title}
      </Title>
      {anchors.length === 0 ? (
        <Alert color="orange">{t.none}</Alert>
      ) : (
        <>
          <Text size="sm" mb="xs">
            {t.need(need, anchors.length)} {strict ? t.strict(maxAgeSeconds) : t.notStrict}
          </Text>
          {anchored === undefined && need > 0 && (
            <Alert color="orange" mb="xs">
              {t.notYet}
            </Alert>
          )}
          <AnchorTable anchors={anchors} />
        </>
      )}
    </Paper>
  );
}

function AnchorTable({ anchors }: { readonly anchors: Anchoring['anchors'] }): ReactNode {
  const t = useTexts(auditAnchors);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label={t.title} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.name}</Table.Th>
            <Table.Th>{t.kind}</Table.Th>
            <Table.Th>{t.holds}</Table.Th>
            <Table.Th>{t.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {anchors.map(({ name, kind, held, error }) => (
            <Table.Tr key={name}>
              <Table.Td fw={500}>{name}</Table.Td>
              <Table.Td>{kindNames(t.kinds)[kind] ?? kind}</Table.Td>
              <Table.Td>
                {held === undefined ? t.nothing : t.held(format.number(held.size), held.ageSeconds)}
              </Table.Td>
              <Table.Td>
                <Badge color={error === undefined ? 'pine' : 'red'} variant="light" tt="none" fw={500}>
                  {error === undefined ? t.well : t.fails}
                </Badge>
                {error !== undefined && (
                  <Text size="sm" lang="en">
                    {error}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The server may know kinds that this page does not. */
function kindNames(names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return names;
}
