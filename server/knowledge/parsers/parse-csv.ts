import { parse } from 'csv-parse/sync';
import { formatError } from './format-error.ts';
import type { ParseBudget } from './parse-budget.ts';
import type { ParsedFile } from './parsed-file.ts';
import { sheetBlocks } from './sheet-blocks.ts';

const separators = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 20;

/**
 * Comma-separated values (RFC 4180), and what programs write under that name: other separators, bare quotes, rows of
 * different lengths. Places are row numbers as a spreadsheet program shows them.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when quotes are not closed
 */
export function parseCsv(text: string, budget: ParseBudget): ParsedFile {
  budget.takeText(text.length);
  return { title: undefined, blocks: sheetBlocks('', readCsvRows(text).map(toRow)) };
}

/** The cells of each row, whatever the separator. @throws AppError ERR_KNOWLEDGE_FORMAT when quotes are not closed */
export function readCsvRows(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    throw formatError(
      'damaged',
      'The table is damaged: a quotation mark is not closed. Save it again and retry.',
      error,
    );
  }
}

function toRow(cells: readonly string[], at: number): { number: number; cells: readonly string[] } {
  return { number: at + 1, cells };
}

/** Excel says it in a first line `sep=;`. Else the one that stands equally often, and most often, in the first lines. */
function separatorOf(text: string): string {
  const stated = /^\uFEFF?sep=(?<mark>.)\r?\n/u.exec(text)?.groups?.['mark'];
  if (stated !== undefined) return stated;
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/u, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  const score = (mark: string): number => {
    const counts = lines.map((line) => withoutQuoted(line).split(mark).length - 1);
    return Math.min(...counts) * 1000 + counts.reduce((sum, count) => sum + count, 0);
  };
  return separators.toSorted((left, right) => score(right) - score(left))[0] ?? ',';
}

function withoutQuoted(line: string): string {
  return line.replaceAll(/"[^"]*"/gu, '');
}
