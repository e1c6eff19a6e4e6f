import { type AppError, toAppError } from '../../errors.ts';
import type { FileWarning } from './file-warning.ts';
import type { Block, ParsedFile } from './parsed-file.ts';
import { partName, type PartReport } from './part-report.ts';
import type { Reading } from './reading.ts';

/** A file inside of a file. */
export interface FilePart {
  readonly name: string;
  /** What its places begin with: `attachment rates.xlsx`. */
  readonly place: string;
  read(): Buffer;
}

/** The files inside of a file: what could be read, and a warning for each that could not. */
export interface ParsedParts extends Pick<ParsedFile, 'pages'> {
  readonly blocks: readonly Block[];
  readonly warnings: readonly FileWarning[];
  /** What became of each, the files inside of them included. */
  readonly parts: readonly PartReport[];
  /** Why the first of the unreadable parts could not be read. */
  readonly failure: AppError | undefined;
}

/** Reads the parts one after the other; a bad one is a warning and does not harm the others. */
export async function parseParts(parts: readonly FilePart[], reading: Reading): Promise<ParsedParts> {
  const blocks: Block[] = [];
  const warnings: FileWarning[] = [];
  const reports: PartReport[] = [];
  let pages: number | undefined;
  let failure: AppError | undefined;
  const refuse = (part: FilePart, reason: string, message: string): void => {
    reports.push({ name: partName(part.name), outcome: 'refused', reason });
    warnings.push({ code: 'part-unreadable', count: 1, message });
  };
  for (const part of parts) {
    try {
      const parsed = await reading.readInner(part.name, part.read());
      const place = parsed.title === undefined ? part.place : `${part.place} › ${parsed.title}`;
      blocks.push(...parsed.blocks.map((block) => within(place, block)));
      warnings.push(...(parsed.warnings ?? []));
      if (parsed.blocks.length === 0)
        refuse(part, 'The file holds no text.', `“${part.name}” inside holds no text.`);
      else reports.push({ name: partName(part.name), outcome: 'imported' });
      reports.push(...(parsed.parts ?? []).map((inner) => inside(part.name, inner)));
      if (parsed.pages !== undefined) pages = (pages ?? 0) + parsed.pages;
    } catch (error) {
      const reason = toAppError(error);
      failure ??= reason;
      refuse(part, reason.message, `“${part.name}” inside could not be read. ${reason.message}`);
    }
  }
  return { blocks, warnings, parts: reports, failure, ...(pages === undefined ? {} : { pages }) };
}

function within(place: string, { location, text }: Block): Block {
  return { location: location === '' ? place : `${place} › ${location}`, text };
}

function inside(outer: string, { name, ...report }: PartReport): PartReport {
  return { name: partName(`${outer} › ${name}`), ...report };
}
