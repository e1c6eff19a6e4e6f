import mammoth from 'mammoth';
import { formatError } from './format-error.ts';
import { countHiddenRuns } from './docx-hidden-runs.ts';
import { hiddenTextWarning } from './hidden-text-warning.ts';
import { parseHtml } from './parse-html.ts';
import type { OfficePackage } from './office-package.ts';
import type { ParsedFile } from './parsed-file.ts';

/**
 * DOCX, by way of HTML.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is damaged or unpacks to more than allowed
 */
export async function parseDocx(bytes: Buffer, parts: OfficePackage, main: string): Promise<ParsedFile> {
  // The library unpacks without a limit: what it would unpack is unpacked here first, under the budget.
  for (const file of parts.files) file.read();
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    );
    const hidden = countHiddenRuns(parts.read(main) ?? Buffer.alloc(0));
    return { ...parseHtml(value), warnings: hidden === 0 ? [] : [hiddenTextWarning(hidden)] };
  } catch (error) {
    throw formatError(
      'damaged',
      'The Word document is damaged and cannot be read. Save it again and retry.',
      error,
    );
  }
}
