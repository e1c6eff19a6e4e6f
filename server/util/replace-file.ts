import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts `content` in the place of a file that only its owner may read: on the disk, whole, when it resolves. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeDurably(`${path}.new`, 'w', content);
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
}

/** Writes (`w`) or appends (`a`) `content` and syncs it. */
export async function writeDurably(
  path: string,
  flag: 'a' | 'w',
  content: string | Uint8Array,
): Promise<void> {
  const file = await open(path, flag, 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed or new name is on the disk when its folder is. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
