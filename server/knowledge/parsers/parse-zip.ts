import { parseParts } from './parse-parts.ts';
import { partName, type PartReport } from './part-report.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { ZipFile } from './read-zip.ts';
import type { Reading } from './reading.ts';

/** What programs leave in archives beside the files: folders of macOS, thumbnails, hidden files. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/iu;

/**
 * A ZIP as one document whose places begin with the names of its files.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when none of its files can be read
 */
export async function parseZip(files: readonly ZipFile[], reading: Reading): Promise<ParsedFile> {
  const wanted = files.filter(({ name }) => !clutter.test(name));
  const inner = wanted.map((file) => ({ name: file.name, place: file.name, read: () => file.read() }));
  const { failure, parts, ...parsed } = await parseParts(inner, reading);
  if (parsed.blocks.length === 0 && failure !== undefined) throw failure;
  return { title: undefined, ...parsed, parts: [...parts, ...files.flatMap(skipped)] };
}

/** Left out without being read. */
function skipped({ name }: ZipFile): PartReport[] {
  return clutter.test(name) ? [{ name: partName(name), outcome: 'skipped' }] : [];
}
