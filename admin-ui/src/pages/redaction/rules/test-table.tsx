import { Badge, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleTest } from '../../../data/custom-rules.ts';
import { customRules } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TestText } from '../test-text.tsx';

/** The texts that test a rule, with what came out. */
export function TestTable({ tests }: { readonly tests: readonly RuleTest[] }): ReactNode {
  const t = useTexts(customRules);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table fz="sm" aria-label={t.testsTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.outcome}</Table.Th>
            <Table.Th>{t.text}</Table.Th>
            <Table.Th>{t.expected}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tests.map(({ kind, text, line, outcome }, place) => (
            // A test has no identity but its place: the same text may stand twice.
            <Table.Tr key={place}>
              <Table.Td>
                <Badge
                  color={outcome === 'passed' ? 'pine' : 'red'}
                  variant="light"
                  tt="none"
                  fw={500}
                  miw="max-content"
                >
                  {t.outcomes[outcome]}
                </Badge>
              </Table.Td>
              <Table.Td>
                <TestText text={text} />
              </Table.Td>
              <Table.Td>
                {[t.kinds[kind], ...(line === undefined ? [] : [t.line(format.number(line))])].join(' · ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
