import type { ParseBudget } from './parse-budget.ts';
import { readXml } from './read-xml.ts';
import type { SheetRow } from './sheet-blocks.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { plainNumber } from './xlsx-formats.ts';

/** More columns than a workbook can have are a lie (ECMA-376: the last is XFD). */
const MAX_COLUMNS = 16_384;

interface Row {
  readonly number: number;
  /** By column, from 0; sparse, as a row may have one cell far to the right. */
  readonly cells: string[];
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Rows that hold something. Formulas are not computed: what the program last saw as their result is read. */
export function readSheet(content: Buffer, workbook: Workbook, budget: ParseBudget): SheetRow[] {
  const rows: Row[] = [];
  const merged: Range[] = [];
  let row: Row | undefined;
  let cell: Cell | undefined;
  let isValue = false;
  let isReading = false;
  readXml(content, {
    open(name, attributes) {
      if (name === 'row') {
        row = { number: Number(attributes['r'] ?? (rows.at(-1)?.number ?? 0) + 1), cells: [] };
      } else if (name === 'c' && row !== undefined) cell = openCell(attributes, row);
      else if (name === 'rPh') isReading = true;
      else if (name === 'v' || name === 't') isValue = !isReading;
      else if (name === 'mergeCell') merged.push(...rangesOf(attributes['ref'] ?? ''));
    },
    text(text) {
      if (isValue && cell !== undefined) cell.value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c' && row !== undefined && cell !== undefined) {
        const text = textOf(cell, workbook);
        budget.takeText(text.length);
        if (text !== '' && cell.column < MAX_COLUMNS) row.cells[cell.column] = text;
        cell = undefined;
      } else if (name === 'row' && row !== undefined) {
        if (row.cells.length > 0) rows.push(row);
        row = undefined;
      }
    },
  });
  fillMerged(rows, merged);
  return rows.map(toSheetRow);
}

function openCell(attributes: Readonly<Record<string, string>>, row: Row): Cell {
  const column = columnOf(attributes['r'] ?? '') ?? row.cells.length;
  return { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
}

function textOf({ type, style, value }: Cell, { strings, formats }: Workbook): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'n': {
      const number = Number(value);
      return value === '' || Number.isNaN(number) ? value : (formats[style] ?? plainNumber)(number);
    }
    default:
      return value;
  }
}

/** A merged cell has its text in its first place only. Each row of it gets the text, so that it can be understood alone. */
function fillMerged(rows: readonly Row[], merged: readonly Range[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { firstRow, lastRow, firstColumn } of merged) {
    const text = byNumber.get(firstRow)?.cells[firstColumn];
    if (text === undefined) continue;
    for (let number = firstRow + 1; number <= lastRow; number += 1) {
      const row = byNumber.get(number);
      if (row === undefined) break;
      row.cells[firstColumn] ??= text;
    }
  }
}

function rangesOf(reference: string): Range[] {
  const [first = '', last = first] = reference.split(':');
  const range = {
    firstRow: Number(/\d+$/u.exec(first)?.[0]),
    lastRow: Number(/\d+$/u.exec(last)?.[0]),
    firstColumn: columnOf(first) ?? 0,
    lastColumn: columnOf(last) ?? 0,
  };
  return range.lastRow > range.firstRow ? [range] : [];
}

/** `C7` → 2 */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/iu.exec(reference)?.[0].toUpperCase();
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function toSheetRow({ number, cells }: Row): SheetRow {
  return { number, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') };
}
