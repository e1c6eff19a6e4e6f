import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts `text` in the place of a file that only its owner may read: on the disk, whole, when it resolves. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await writeDurably(`${path}.new`, 'w', text);
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
}

/** Writes (`w`) or appends (`a`) `text` and syncs it. */
export async function writeDurably(path: string, flag: 'a' | 'w', text: string): Promise<void> {
  const file = await open(path, flag, 0o600);
  try {
    await file.writeFile(text);
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
