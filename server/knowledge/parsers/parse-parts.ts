import { type AppError, toAppError } from '../../errors.ts';
import type { FileWarning } from './file-warning.ts';
import type { Block } from './parsed-file.ts';
import type { Reading } from './reading.ts';

/** A file inside of a file. */
export interface FilePart {
  readonly name: string;
  /** What its places begin with: `attachment rates.xlsx`. */
  readonly place: string;
  read(): Buffer;
}

/** The files inside of a file: what could be read, and a warning for each that could not. */
export interface ParsedParts {
  readonly blocks: readonly Block[];
  readonly warnings: readonly FileWarning[];
  /** Why the first of the unreadable parts could not be read. */
  readonly failure: AppError | undefined;
}

/** Reads the parts one after the other; a bad one is a warning and does not harm the others. */
export async function parseParts(parts: readonly FilePart[], reading: Reading): Promise<ParsedParts> {
  const blocks: Block[] = [];
  const warnings: FileWarning[] = [];
  let failure: AppError | undefined;
  for (const part of parts) {
    try {
      const parsed = await reading.readInner(part.name, part.read());
      const place = parsed.title === undefined ? part.place : `${part.place} › ${parsed.title}`;
      blocks.push(...parsed.blocks.map((block) => within(place, block)));
      warnings.push(...(parsed.warnings ?? []));
      if (parsed.blocks.length === 0) warnings.push(unreadable(`“${part.name}” inside holds no text.`));
    } catch (error) {
      failure ??= toAppError(error);
      warnings.push(unreadable(`“${part.name}” inside could not be read. ${toAppError(error).message}`));
    }
  }
  return { blocks, warnings, failure };
}

function within(place: string, { location, text }: Block): Block {
  return { location: location === '' ? place : `${place} › ${location}`, text };
}

function unreadable(message: string): FileWarning {
  return { code: 'part-unreadable', count: 1, message };
}
