import { formatError } from './format-error.ts';
import type { OfficePackage } from './office-package.ts';
import type { ParseBudget } from './parse-budget.ts';
import type { ParsedFile } from './parsed-file.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readWorkbook } from './xlsx-workbook.ts';

/**
 * An Excel workbook (ECMA-376 part 1, SpreadsheetML). Places are `Sheet name › rows 4–9`.
 * @throws AppError ERR_KNOWLEDGE_FORMAT, or Error when a part is damaged
 */
export function parseXlsx(parts: OfficePackage, main: string, budget: ParseBudget): ParsedFile {
  const workbook = readWorkbook(parts, main, budget);
  const blocks = workbook.sheets.flatMap(({ name, part }) => {
    const content = parts.read(part);
    if (content === undefined) {
      throw formatError('damaged', 'A sheet of the workbook is missing. Save it again and retry.');
    }
    return sheetBlocks(name, readSheet(content, workbook, budget));
  });
  return { title: undefined, blocks };
}
