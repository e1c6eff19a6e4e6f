import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface CountRow {
  readonly key: string;
  readonly name: ReactNode;
  /** As they are shown; one for each column of figures. */
  readonly figures: readonly (string | undefined)[];
}

/** Named things with figures beside them, which stand under each other to the right. */
export function CountTable({
  label,
  columns: [nameColumn, ...figureColumns],
  rows,
  stickyHeader = false,
}: {
  readonly label: string;
  readonly columns: readonly [string, ...string[]];
  readonly rows: readonly CountRow[];
  readonly stickyHeader?: boolean;
}): ReactNode {
  return (
    <Table aria-label={label} stickyHeader={stickyHeader}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{nameColumn}</Table.Th>
          {figureColumns.map((column) => (
            <Table.Th key={column} ta="end">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, figures }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw="normal">
              {name}
            </Table.Th>
            {figureColumns.map((column, index) => (
              <Table.Td key={column} ta="end">
                {figures[index]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
