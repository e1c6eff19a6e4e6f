import { extname } from 'node:path';
import { formatError } from './format-error.ts';
import type { Format } from './parsed-file.ts';

const byExtension: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
};

/**
 * The format of a file: by its first bytes where they tell, else by its extension.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when no parser reads it.
 */
export function detectFormat(source: string, bytes: Buffer): Format {
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  const named = byExtension[extname(source).toLowerCase()];
  if (named === undefined) {
    throw formatError('This kind of file is not supported. Use Markdown, text, HTML, PDF or DOCX.');
  }
  if (named === 'pdf' || named === 'docx') {
    throw formatError(`The file is named ${named.toUpperCase()} but its content is not.`);
  }
  return /^\s*(?:<!doctype html|<html[\s>])/iu.test(head) ? 'html' : named;
}
