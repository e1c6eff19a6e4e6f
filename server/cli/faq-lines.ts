import { z } from 'zod';
import { languageOf, languages } from '../domain/language.ts';
import { roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import { type FaqContents, faqContents } from '../knowledge/faq/faq.ts';
import { readCsvRows } from '../knowledge/parsers/parse-csv.ts';

/** Columns of the CSV form; several values stand in lines of their own within a cell. */
const columns = [
  'question',
  'answer',
  'paraphrases',
  'languages',
  'owner',
  'readers',
  'sources',
  'expiresAt',
] as const;

/** A line of an import file: what is left out gets the usual value. Its fields are those that the export writes. */
const line = z
  .object({
    question: z.string(),
    answer: z.string(),
    paraphrases: z.array(z.string()).default([]),
    languages: z.array(z.enum(languages)).default([]),
    owner: z.string().min(1),
    readers: z.array(z.enum(roles)).default([]),
    sources: z.array(z.string()).default([]),
    expiresAt: z.string().min(1),
  })
  .transform((given) => ({
    ...given,
    languages: given.languages.length === 0 ? [languageOf(given.question)] : given.languages,
  }))
  .pipe(faqContents);

/** @throws AppError ERR_REQUEST_INVALID that names the first wrong line and what is wrong with it, without its text */
export function parseFaqLines(text: string, format: 'jsonl' | 'csv'): FaqContents[] {
  const given = format === 'csv' ? csvObjects(text) : jsonObjects(text);
  return given.map((value, at) => {
    const parsed = line.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw wrongLine(at, `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`);
  });
}

export function writeFaqLines(entries: readonly FaqContents[], format: 'jsonl' | 'csv'): string {
  const chosen = entries.map((entry) => Object.fromEntries(columns.map((column) => [column, entry[column]])));
  if (format === 'jsonl') return chosen.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const rows = entries.map((entry) => columns.map((column) => writeCell(entry[column])));
  return [columns.map((column) => `"${column}"`), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function jsonObjects(text: string): unknown[] {
  const lines = text.split('\n').filter((candidate) => candidate.trim() !== '');
  return lines.map((candidate, at): unknown => {
    try {
      return JSON.parse(candidate);
    } catch (cause) {
      throw wrongLine(at, 'is not JSON', cause);
    }
  });
}

const lists: ReadonlySet<string> = new Set(['paraphrases', 'languages', 'readers', 'sources']);

function csvObjects(text: string): unknown[] {
  const [head = [], ...rows] = readCsvRows(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  return rows.map((row) =>
    Object.fromEntries(
      head.map((name, at) => {
        const cell = withoutGuard(row[at] ?? '');
        return [name.trim(), lists.has(name.trim()) ? linesOf(cell) : cell];
      }),
    ),
  );
}

function linesOf(cell: string): string[] {
  return cell
    .split(/\r?\n/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Spreadsheet programs run a cell that begins like a formula; an apostrophe before it stops them (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/u;

function writeCell(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : value.join('\n');
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function wrongLine(at: number, problem: string, cause?: unknown): AppError {
  return new AppError('ERR_REQUEST_INVALID', `Entry ${at + 1}: ${problem}.`, { status: 400, cause });
}
