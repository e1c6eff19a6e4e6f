import { extname } from 'node:path';
import { formatOfBytes } from './file-signatures.ts';
import { formatError } from './format-error.ts';
import type { Format } from './parsed-file.ts';

const byExtension: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.log': 'text',
  '': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.eml': 'eml',
  '.mht': 'eml',
  '.mhtml': 'eml',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.docm': 'docx',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.pptx': 'pptx',
  '.pptm': 'pptx',
  '.ppsx': 'pptx',
  '.zip': 'zip',
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.tif': 'tiff',
  '.tiff': 'tiff',
};

/** A format before the parts of a ZIP are known. */
export type DetectedFormat = Exclude<Format, 'docx' | 'xlsx' | 'pptx'>;

/** Formats that are text themselves: their names are believed. */
type TextFormat = 'markdown' | 'text' | 'html' | 'csv' | 'json' | 'jsonl' | 'eml';
const textual: ReadonlySet<string> = new Set<TextFormat>([
  'markdown',
  'text',
  'html',
  'csv',
  'json',
  'jsonl',
  'eml',
]);

function isTextual(format: Format): format is TextFormat {
  return textual.has(format);
}

/** Endings of older programs, under which HTML, text and mail are found as well. */
const oldExtensions = new Set(['.doc', '.xls', '.ppt', '.rtf', '.msg', '.asp', '.aspx', '.php', '.xml']);
const htmlStart =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,400}?-->\s*)?(?:<!doctype html|<html[\s>])/iu;
/** Header fields that only mail begins with. */
const mailStart =
  /^(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,60}?(?:mime-version|message-id|received):/iu;

/** What the name of a file says it is; undefined when no parser reads files of that name. */
export function namedFormat(source: string): Format | undefined {
  return byExtension[extname(source).toLowerCase()];
}

/**
 * The format of a file: by its bytes where they tell, whatever its name, else by its name. A ZIP may turn out to be an
 * office file.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when no parser reads it.
 */
export function detectFormat(source: string, bytes: Buffer): DetectedFormat {
  const told = formatOfBytes(bytes);
  if (told !== undefined) return told;
  const named = namedFormat(source);
  const head = bytes
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/u, '');
  if (htmlStart.test(head)) return 'html';
  if (mailStart.test(head)) return 'eml';
  if (named === undefined) {
    if (oldExtensions.has(extname(source).toLowerCase()) && !bytes.includes(0)) return 'text';
    throw formatError(
      'unsupported',
      'This kind of file is not supported. Use PDF, DOCX, XLSX, PPTX, HTML, EML, Markdown, text, CSV, JSON, ZIP, PNG, JPEG or TIFF.',
    );
  }
  if (isTextual(named)) return named;
  if (bytes.includes(0)) {
    throw formatError('misnamed', `The file is named ${named.toUpperCase()} but its content is not.`);
  }
  return 'text';
}
