import { namedFormat } from './detect-format.ts';
import { formatError } from './format-error.ts';
import { type OfficePackage, openOfficePackage } from './office-package.ts';
import { parseDocx } from './parse-docx.ts';
import { parsePptx } from './parse-pptx.ts';
import { parseXlsx } from './parse-xlsx.ts';
import { parseZip } from './parse-zip.ts';
import type { Format, ParsedFile } from './parsed-file.ts';
import type { Reading } from './reading.ts';

/** A ZIP is an office file when it says which of its parts is the document, else an archive of files. */
export async function parseArchive(
  source: string,
  bytes: Buffer,
  reading: Reading,
): Promise<ParsedFile & { readonly format: Format }> {
  const parts = openOfficePackage(bytes, reading.budget);
  const main = parts.relations('').find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined) {
    assertNoOtherOffice(parts);
    assertNotNamedOffice(source);
    return { format: 'zip', ...(await parseZip(parts.files, reading)) };
  }
  if (!parts.has(main))
    throw formatError('damaged', 'The document is damaged: its text is missing. Save it again and retry.');
  switch (main.split('/')[0]) {
    case 'word':
      return { format: 'docx', ...(await parseDocx(bytes, parts, main)) };
    case 'xl':
      if (main.endsWith('.bin'))
        throw formatError('old-format', 'Binary workbooks (.xlsb) are not read. Save it as XLSX and retry.');
      return { format: 'xlsx', ...parseXlsx(parts, main, reading.budget) };
    case 'ppt':
      return { format: 'pptx', ...parsePptx(parts, main, reading.budget) };
    default:
      throw formatError(
        'unsupported',
        'This kind of office file is not supported. Save it as DOCX, XLSX or PPTX.',
      );
  }
}

/** An office file that lost its parts is no archive that somebody packed. */
function assertNotNamedOffice(source: string): void {
  const named = namedFormat(source);
  if (named !== 'docx' && named !== 'xlsx' && named !== 'pptx') return;
  throw formatError(
    'damaged',
    `The archive is no ${named.toUpperCase()} document, or it is damaged. Save it again and retry.`,
  );
}

/** OpenDocument and EPUB state their type in a file of that name. */
function assertNoOtherOffice(parts: OfficePackage): void {
  const type = parts.read('mimetype')?.toString('latin1').trim() ?? '';
  if (!/^application\/(?:vnd\.oasis|epub)/u.test(type)) return;
  throw formatError(
    'unsupported',
    'OpenDocument files and e-books are not read. Save it as DOCX, XLSX, PPTX or PDF and retry.',
  );
}
