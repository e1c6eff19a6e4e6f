import { Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { ConstraintList } from './constraint-list.tsx';
import type { JsonObject } from '../../data/json.ts';
import type { Parameter } from './document/read-operations.ts';
import { toSchemaTree } from './document/schema-tree.ts';

interface ParameterTableProps {
  readonly document: JsonObject;
  readonly parameters: readonly Parameter[];
}

export function ParameterTable({ document, parameters }: ParameterTableProps): ReactNode {
  const t = useTexts(reference);
  return (
    <Table fz="sm" withTableBorder aria-label={t.parameters}>
      <Table.Tbody>
        {parameters.map((parameter) => {
          const { type, constraints, description } = toSchemaTree(document, parameter.schema);
          return (
            <Table.Tr key={`${parameter.in} ${parameter.name}`}>
              <Table.Th scope="row" ff="monospace">
                {parameter.name}
              </Table.Th>
              <Table.Td>
                <Group gap={8}>
                  <Text span size="xs" c="dimmed">
                    {parameter.in === 'path' ? t.inPath : t.inQuery} ·{' '}
                    {parameter.required ? t.required : t.optional}
                  </Text>
                  <Text span size="xs" ff="monospace">
                    {type}
                  </Text>
                  <ConstraintList constraints={constraints} />
                </Group>
                <Text size="xs" c="dimmed" lang="en">
                  {parameter.description || description}
                </Text>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
