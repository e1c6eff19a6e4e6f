import { AppError } from '../../errors.ts';
import { checkZip } from './check-zip.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { formatError } from './format-error.ts';
import { parseDocx } from './parse-docx.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parsePdf } from './parse-pdf.ts';
import { parseText } from './parse-text.ts';
import type { Format, ParsedFile } from './parsed-file.ts';

/** What a file may cost at most. */
export interface ParseLimits {
  readonly inputBytes: number;
  readonly unpackedBytes: number;
  readonly pages: number;
  readonly textCharacters: number;
}

export interface ParseResult extends ParsedFile {
  readonly format: Format;
}

/**
 * Reads one file. Runs inside the parser worker: the input is hostile.
 * @throws AppError ERR_KNOWLEDGE_FORMAT for a file of an unknown, damaged, empty or oversized kind.
 */
export async function parseFile(source: string, bytes: Buffer, limits: ParseLimits): Promise<ParseResult> {
  if (bytes.length === 0) throw formatError('The file is empty.');
  if (bytes.length > limits.inputBytes) {
    throw formatError(`The file has ${bytes.length} bytes; at most ${limits.inputBytes} are read.`);
  }
  const format = detectFormat(source, bytes);
  const parsed = await parseAs(format, bytes, limits);
  assertUsable(parsed, limits);
  return { ...parsed, format };
}

async function parseAs(format: Format, bytes: Buffer, limits: ParseLimits): Promise<ParsedFile> {
  try {
    return await parsers[format](bytes, limits);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw formatError('The file is damaged and cannot be read.', error);
  }
}

type Parser = (bytes: Buffer, limits: ParseLimits) => ParsedFile | Promise<ParsedFile>;

const parsers: Readonly<Record<Format, Parser>> = {
  markdown: (bytes) => parseMarkdown(decodeText(bytes)),
  text: (bytes) => parseText(decodeText(bytes)),
  html: (bytes) => parseHtml(decodeText(bytes)),
  pdf: (bytes, limits) => parsePdf(bytes, limits.pages),
  docx: parseWord,
};

async function parseWord(bytes: Buffer, limits: ParseLimits): Promise<ParsedFile> {
  if (!checkZip(bytes, limits.unpackedBytes).includes('word/document.xml')) {
    throw formatError('The archive is no Word document. Use Markdown, text, HTML, PDF or DOCX.');
  }
  return parseDocx(bytes);
}

function assertUsable(parsed: ParsedFile, limits: ParseLimits): void {
  const characters = parsed.blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (characters === 0) throw formatError('The file holds no text.');
  if (characters > limits.textCharacters) {
    throw formatError(`The file holds ${characters} characters; at most ${limits.textCharacters} are read.`);
  }
}
