import { formatError } from './format-error.ts';
import type { ParsedFile } from './parsed-file.ts';
import { recognisedWarning } from './recognised-warning.ts';
import { RECOGNITION_PACKAGES } from '../recognition/recognition-packages.ts';
import { sectionsOf } from './pdf-sections.ts';
import type { Reading } from './reading.ts';

/**
 * A picture: the text that can be recognised in it. Places are the pages of a TIFF of several pages.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it has no legible text, or when no text can be recognised on this server
 */
export async function parseImage(bytes: Buffer, { recognise }: Reading): Promise<ParsedFile> {
  const result = await recognise({ kind: 'image', bytes });
  if (!result.ok) {
    throw formatError(
      'scan',
      result.reason === 'absent'
        ? `Text in pictures cannot be read on this server: install the Debian packages ${RECOGNITION_PACKAGES}, or recognise the text elsewhere and retry.`
        : 'The file holds more pictures than text is recognised in. Split it and retry.',
    );
  }
  const pages = result.pages.map(({ lines }) => lines);
  if (pages.every((lines) => lines.length === 0))
    throw formatError('no-text', 'The picture holds no text that can be read.');
  const parsed = sectionsOf(pages);
  const blocks =
    pages.length > 1
      ? parsed.blocks
      : parsed.blocks.map((block) => ({ ...block, location: withoutPage(block.location) }));
  return { ...parsed, blocks, pages: pages.length, warnings: recognisedWarning(result.pages) };
}

function withoutPage(location: string): string {
  return location.replace(/^p\. 1(?: › )?/u, '');
}
