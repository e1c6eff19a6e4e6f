import { AppError } from '../../errors.ts';
import { splitRunOn } from '../cleaning/split-run-on.ts';
import { cleanFile } from '../cleaning/clean-file.ts';
import { decodeText } from './decode-text.ts';
import { type DetectedFormat, detectFormat } from './detect-format.ts';
import { formatError, tooManyBytes } from './format-error.ts';
import type { FileWarning } from './file-warning.ts';
import { parseArchive } from './parse-office.ts';
import { parseEml } from './parse-eml.ts';
import { parseCsv } from './parse-csv.ts';
import { parseHtml } from './parse-html.ts';
import { parseJson, parseJsonLines } from './parse-json.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parsePdf } from './parse-pdf.ts';
import { parseText } from './parse-text.ts';
import { createParseBudget } from './parse-budget.ts';
import type { Format, ParsedFile } from './parsed-file.ts';
import type { Recognise } from '../recognition/recognised-page.ts';
import { parseImage } from './parse-image.ts';
import type { ParseLimits, Reading } from './reading.ts';

export type { ParseLimits };

export interface ParseResult extends ParsedFile {
  readonly format: Format;
  readonly warnings: readonly FileWarning[];
}

/** Where no programs can be started, nothing is recognised. */
const nobody: Recognise = () => Promise.resolve({ ok: false, reason: 'absent' });

/** Files inside of files: a mail in an archive in a mail. */
const MAX_DEPTH = 4;

/**
 * Reads one file. Runs inside the parser worker: the input is hostile.
 * @throws AppError ERR_KNOWLEDGE_FORMAT for a file of an unknown, damaged, empty or oversized kind.
 */
export async function parseFile(
  source: string,
  bytes: Buffer,
  limits: ParseLimits,
  recognise: Recognise = nobody,
): Promise<ParseResult> {
  const budget = createParseBudget(limits);
  const readAt = async (name: string, content: Buffer, depth: number): Promise<ParseResult> => {
    if (depth > MAX_DEPTH) {
      throw formatError(
        'too-deep',
        `The file is nested more than ${MAX_DEPTH} files deep. Unpack it and retry.`,
      );
    }
    const readInner = (inner: string, innerContent: Buffer): Promise<ParseResult> =>
      readAt(inner, innerContent, depth + 1);
    return readOne(name, content, { limits, budget, readInner, recognise });
  };
  const parsed = await readAt(source, bytes, 0);
  assertUsable(parsed, limits);
  return parsed;
}

async function readOne(source: string, bytes: Buffer, reading: Reading): Promise<ParseResult> {
  if (bytes.length === 0) throw formatError('empty', 'The file is empty.');
  if (bytes.length > reading.limits.inputBytes) {
    throw tooManyBytes(bytes.length, reading.limits.inputBytes);
  }
  try {
    const format = detectFormat(source, bytes);
    const parsed =
      format === 'zip'
        ? await parseArchive(source, bytes, reading)
        : { format, ...(await parsers[format](bytes, reading)) };
    const cleaned = holdsFiles(parsed.format) ? parsed : cleanFile(parsed, parsed.format);
    return { warnings: [], ...cleaned, format: parsed.format };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw formatError('damaged', 'The file is damaged and cannot be read. Save it again and retry.', error);
  }
}

/** What is inside of them has been cleaned as files of their own. */
function holdsFiles(format: Format): boolean {
  return format === 'zip' || format === 'eml';
}

type Parser = (bytes: Buffer, reading: Reading) => ParsedFile | Promise<ParsedFile>;

const parsers: Readonly<Record<Exclude<DetectedFormat, 'zip'>, Parser>> = {
  markdown: (bytes) => parseMarkdown(splitRunOn(decodeText(bytes))),
  text: (bytes) => parseText(splitRunOn(decodeText(bytes))),
  html: (bytes) => parseHtml(decodeText(bytes)),
  csv: (bytes, { budget }) => parseCsv(decodeText(bytes), budget),
  json: (bytes, { budget }) => parseJson(decodeText(bytes), budget),
  jsonl: (bytes, { budget }) => parseJsonLines(decodeText(bytes), budget),
  eml: parseEml,
  pdf: parsePdf,
  png: parseImage,
  jpeg: parseImage,
  tiff: parseImage,
};

function assertUsable(parsed: ParsedFile, limits: ParseLimits): void {
  const characters = parsed.blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (characters === 0) throw formatError('no-text', 'The file holds no text.');
  if (characters > limits.textCharacters) {
    throw formatError(
      'too-large',
      `The file holds ${characters} characters; at most ${limits.textCharacters} are read.`,
    );
  }
}
