import { getDocumentProxy } from 'unpdf';
import { formatError } from './format-error.ts';
import { type PdfLine, linesOf } from './pdf-lines.ts';
import type { ParsedFile } from './parsed-file.ts';
import { sectionsOf } from './pdf-sections.ts';

/**
 * PDF with a text layer. Lines are put together from the positions of their pieces, and larger type makes headings.
 * Locations are `p. 3`, with the heading behind where there is one.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is damaged, encrypted, too long, or has no text (a scan).
 */
export async function parsePdf(bytes: Buffer, maxPages: number): Promise<ParsedFile> {
  const pages = await readPages(bytes, maxPages);
  if (pages.every((lines) => lines.length === 0)) {
    throw formatError(
      'scan',
      'The PDF has no text layer (it may be a scan). Run text recognition on it and retry.',
    );
  }
  return sectionsOf(pages);
}

async function readPages(bytes: Buffer, maxPages: number): Promise<PdfLine[][]> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > maxPages) {
      throw formatError(
        'too-large',
        `The PDF has ${pdf.numPages} pages; at most ${maxPages} are read. Split it and retry.`,
      );
    }
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
      page.cleanup();
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(bytes: Buffer): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw formatError(
      locked ? 'locked' : 'damaged',
      locked
        ? 'The PDF is locked with a password. Save it without one and retry.'
        : 'The PDF is damaged and cannot be read. Save it again and retry.',
      error,
    );
  }
}
