import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { invalidSource, unreachable } from './source-error.ts';

/** Where sources may read on this machine. */
export interface FolderAccess {
  /** Folders below which a source may lie; none when empty. */
  readonly roots: readonly string[];
  /** Never read: what the product keeps for itself, keys included. */
  readonly closed: readonly string[];
}

/**
 * The real path of a folder that a source may read.
 * @throws AppError ERR_SOURCE_INVALID outside the roots, ERR_SOURCE_UNREACHABLE when it is not there
 */
export async function resolveAllowedFolder(path: string, { roots, closed }: FolderAccess): Promise<string> {
  const roofs = await Promise.all(roots.map((root) => realpath(root).catch(() => resolve(root))));
  // Before the disk is asked, so that nobody learns which folders there are outside the roots.
  if (!isAbsolute(path) || !inside(resolve(path), [...roots.map((root) => resolve(root)), ...roofs]))
    throw outside();
  const folder = await realpath(path).catch((error: unknown) => {
    throw unreachable('The folder is not there, or this user may not read it.', error);
  });
  const shut = await Promise.all(closed.map((place) => realpath(place).catch(() => resolve(place))));
  if (!inside(folder, roofs) || shut.some((place) => contains(place, folder) || contains(folder, place)))
    throw outside();
  if (!(await stat(folder)).isDirectory()) throw invalidSource('The path is not that of a folder.');
  return folder;
}

function inside(place: string, places: readonly string[]): boolean {
  return places.some((parent) => contains(parent, place));
}

/** Whether `path` is `parent` or lies below it. Both absolute, without `..`. */
export function contains(parent: string, path: string): boolean {
  const way = relative(parent, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function outside(): Error {
  return invalidSource(
    'The folder is not below a folder that sources may read. Add one to INTRAMURA_SOURCE_ROOTS and restart, or choose another folder.',
  );
}
