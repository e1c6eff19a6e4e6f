import type { Recognise } from '../recognition/recognised-page.ts';
import type { ParseBudget } from './parse-budget.ts';
import type { ParsedFile } from './parsed-file.ts';

/** What a file may cost at most. */
export interface ParseLimits {
  readonly inputBytes: number;
  readonly unpackedBytes: number;
  readonly pages: number;
  readonly textCharacters: number;
}

/** The reading of one file, and of everything inside of it. */
export interface Reading {
  readonly limits: ParseLimits;
  readonly budget: ParseBudget;
  readonly recognise: Recognise;
  /**
   * Reads a file inside of this one: an attachment, a file of an archive.
   * @throws AppError ERR_KNOWLEDGE_FORMAT as for a file of its own, or when it is nested too deep.
   */
  readInner(name: string, bytes: Buffer): Promise<ParsedFile>;
}
