import type { FileWarning } from './file-warning.ts';
import type { PartReport } from './part-report.ts';

/** A piece of a document under one heading or on one page. Lines of its text are paragraphs, list items or table rows. */
export interface Block {
  /** Heading path (`Leave › Carry-over`), page (`p. 3`), slide, sheet rows, or part of an archive or mail; empty at the top of a document without headings. */
  readonly location: string;
  readonly text: string;
}

/** What every parser returns. */
export interface ParsedFile {
  /** Undefined when the document does not name itself. */
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
  readonly warnings?: readonly FileWarning[];
  /** Pages or slides, in formats that have them; of files inside, together. */
  readonly pages?: number;
  /** The files inside of it. */
  readonly parts?: readonly PartReport[];
}

/** Formats by the media type that each is registered under. */
const mediaTypes = {
  markdown: 'text/markdown',
  text: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  eml: 'message/rfc822',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
} as const;

export type Format = keyof typeof mediaTypes;

export function mediaTypeOf(format: Format): string {
  return mediaTypes[format];
}
