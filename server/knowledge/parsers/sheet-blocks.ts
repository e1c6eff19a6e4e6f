import type { Block } from './parsed-file.ts';
import { createPlacePacker, type PlacePacker } from './place-packer.ts';
import { tidyLine } from './section-builder.ts';
import { tableRowLine } from './table-lines.ts';

/** A row of a sheet: its number as the program shows it, and its cells from the first column on, '' where empty. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

const unit = { one: 'row', many: 'rows' } as const;
const NAME_LENGTH = 80;

/**
 * The rows of a sheet as lines that can be quoted alone, each with the names of its columns. An empty row ends a
 * table; lines above the first row of several cells are its titles, and one-cell rows inside are text.
 */
export function sheetBlocks(prefix: string, rows: readonly SheetRow[]): Block[] {
  const packer = createPlacePacker(prefix, unit);
  for (const table of tablesOf(rows)) addTable(packer, table);
  return packer.build();
}

function tablesOf(rows: readonly SheetRow[]): SheetRow[][] {
  const tables: SheetRow[][] = [];
  let previous = 0;
  for (const { number, cells } of rows) {
    const row = { number, cells: cells.map(tidyLine) };
    if (countOf(row) === 0) continue;
    const table = tables.at(-1);
    if (table === undefined || number !== previous + 1) tables.push([row]);
    else table.push(row);
    previous = number;
  }
  return joinHeaders(tables);
}

/** A row of names alone, set apart from its table by an empty row, belongs to what follows. */
function joinHeaders(tables: readonly SheetRow[][]): SheetRow[][] {
  const joined: SheetRow[][] = [];
  let names: SheetRow[] = [];
  for (const table of tables) {
    const [only] = table;
    const alone = table.length === 1 && only !== undefined && namesColumns(only) && table !== tables.at(-1);
    if (alone) names = [...names, ...table];
    else {
      joined.push([...names, ...table]);
      names = [];
    }
  }
  return joined;
}

function addTable(packer: PlacePacker, rows: readonly SheetRow[]): void {
  packer.close();
  let header: readonly string[] | undefined;
  let isFirst = true;
  for (const [at, row] of rows.entries()) {
    if (countOf(row) === 1) packer.add(row.number, row.cells.join(''));
    else if (isFirst && namesColumns(row) && at + 1 < rows.length) {
      header = row.cells;
      isFirst = false;
    } else {
      packer.add(row.number, tableRowLine(header ?? [], row.cells));
      isFirst = false;
    }
  }
}

function countOf({ cells }: SheetRow): number {
  return cells.filter((cell) => cell !== '').length;
}

/** Several short cells, and none of them a number, a date or a sentence. */
function namesColumns(row: SheetRow): boolean {
  const named = row.cells.filter((cell) => cell !== '');
  return (
    named.length > 1 &&
    named.every((cell) => cell.length <= NAME_LENGTH && /\p{L}/u.test(cell) && !/[.。！!？?]$/u.test(cell))
  );
}
