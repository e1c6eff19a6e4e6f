import mammoth from 'mammoth';
import { formatError } from './format-error.ts';
import { parseHtml } from './parse-html.ts';
import type { ParsedFile } from './parsed-file.ts';

/**
 * DOCX, by way of HTML. The archive must have been checked with `checkZip` first.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is no Word document.
 */
export async function parseDocx(bytes: Buffer): Promise<ParsedFile> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    );
    return parseHtml(value);
  } catch (error) {
    throw formatError('The Word document is damaged and cannot be read. Save it again and retry.', error);
  }
}
