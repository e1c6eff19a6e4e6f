import { parseParts } from './parse-parts.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { ZipFile } from './read-zip.ts';
import type { Reading } from './reading.ts';

/** What programs leave in archives beside the files: folders of macOS, thumbnails, hidden files. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/iu;

/** The files of an archive that somebody put there. */
export function wantedFiles(files: readonly ZipFile[]): ZipFile[] {
  return files.filter(({ name }) => !clutter.test(name));
}

/**
 * A ZIP as one document whose places begin with the names of its files.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when none of its files can be read
 */
export async function parseZip(files: readonly ZipFile[], reading: Reading): Promise<ParsedFile> {
  const parts = wantedFiles(files).map((file) => ({
    name: file.name,
    place: file.name,
    read: () => file.read(),
  }));
  const { blocks, warnings, failure } = await parseParts(parts, reading);
  if (blocks.length === 0 && failure !== undefined) throw failure;
  return { title: undefined, blocks, warnings };
}
