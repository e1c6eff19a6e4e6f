import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SealedBox } from '../util/sealed-box.ts';

/** Keeps the file a document was made from, sealed under the document's id, until the document is removed. */
export interface Originals {
  keep(document: string, bytes: Uint8Array): Promise<void>;
  has(document: string): Promise<boolean>;
  /** @throws Error when there is none, or when it was changed on the disk. */
  read(document: string): Promise<Buffer>;
  remove(document: string): Promise<void>;
}

export function createOriginals(dir: string, box: SealedBox): Originals {
  const pathOf = (document: string): string => join(dir, `${document}.sealed`);
  return {
    async keep(document, bytes) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await writeFile(pathOf(document), box.seal(bytes, document), { mode: 0o600 });
    },
    has: (document) =>
      access(pathOf(document)).then(
        () => true,
        () => false,
      ),
    read: async (document) => box.open(await readFile(pathOf(document)), document),
    remove: (document) => rm(pathOf(document), { force: true }),
  };
}
