/** A piece of a document under one heading or on one page. Lines of its text are paragraphs, list items or table rows. */
export interface Block {
  /** Heading path (`Leave › Carry-over`) or page (`p. 3`); empty at the top of a document without headings. */
  readonly location: string;
  readonly text: string;
}

/** What every parser returns. */
export interface ParsedFile {
  /** Undefined when the document does not name itself. */
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
}

export const formats = ['markdown', 'text', 'html', 'pdf', 'docx'] as const;

export type Format = (typeof formats)[number];

const mediaTypes: Readonly<Record<Format, string>> = {
  markdown: 'text/markdown',
  text: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export function mediaTypeOf(format: Format): string {
  return mediaTypes[format];
}
