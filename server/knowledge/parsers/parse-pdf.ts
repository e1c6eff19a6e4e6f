import { getDocumentProxy } from 'unpdf';
import { formatError } from './format-error.ts';
import type { RecogniseResult } from '../recognition/recognised-page.ts';
import type { FileWarning } from './file-warning.ts';
import { RECOGNITION_PACKAGES } from '../recognition/recognition-packages.ts';
import { recognisedWarning } from './recognised-warning.ts';
import type { Reading } from './reading.ts';
import { type PdfLine, linesOf } from './pdf-lines.ts';
import type { ParsedFile } from './parsed-file.ts';
import { sectionsOf } from './pdf-sections.ts';

/**
 * PDF. Lines are put together from the positions of their pieces, and larger type makes headings. Pages without a text
 * layer are recognised from their pictures. Locations are `p. 3`, with the heading behind where there is one.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is damaged, encrypted, too long, or has no text that can be read
 */
export async function parsePdf(bytes: Buffer, { limits, recognise }: Reading): Promise<ParsedFile> {
  const pages = await readPages(bytes, limits.pages);
  const bare = pages.flatMap((lines, at) => (hasText(lines) ? [] : [at + 1]));
  if (bare.length === 0) return { ...sectionsOf(pages), pages: pages.length };
  const result = await recognise({ kind: 'pages', bytes, pages: bare });
  const recognised = result.ok ? result.pages : [];
  const lines = pages.map((own, at) => recognised.find(({ page }) => page === at + 1)?.lines ?? own);
  const unread = lines.filter((own) => !hasText(own)).length;
  if (unread === pages.length) throw scanError(result);
  return {
    ...sectionsOf(lines),
    pages: pages.length,
    warnings: [...recognisedWarning(recognised), ...unreadWarning(unread, result)],
  };
}

/** Private and unknown characters only: a font that does not say what its signs mean. */
function hasText(lines: readonly PdfLine[]): boolean {
  const text = lines.flatMap(({ cells }) => cells).join('');
  const signs = text.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return signs < text.length / 2;
}

function scanError(result: RecogniseResult): Error {
  if (result.ok)
    return formatError(
      'no-text',
      'The PDF holds no text that can be read, neither as text nor in its pictures.',
    );
  return formatError(
    'scan',
    result.reason === 'absent'
      ? `The PDF has no text layer (it may be a scan). Install the Debian packages ${RECOGNITION_PACKAGES} on the server, or run text recognition on it, and retry.`
      : 'The PDF has no text layer, and the file holds more pages than text is recognised on. Split it and retry.',
  );
}

function unreadWarning(count: number, result: RecogniseResult): FileWarning[] {
  if (count === 0) return [];
  const pages = count === 1 ? '1 page had' : `${count} pages had`;
  const why = !result.ok && result.reason === 'absent' ? ` For scans, install ${RECOGNITION_PACKAGES}.` : '';
  return [{ code: 'pages-without-text', count, message: `${pages} no text that can be read.${why}` }];
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
