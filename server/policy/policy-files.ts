import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { AppError } from '../errors.ts';
import { sha256Hex } from '../util/hash.ts';

/** One file of the bundle, read once: what is digested is what is used. */
export interface PolicyFile {
  /** Relative to the policies folder, with `/`. */
  readonly path: string;
  readonly content: Buffer;
  /** SHA-256, hex. */
  readonly digest: string;
}

/**
 * Reads every file of the bundle, sorted by path. Left out are tests/, which decide nothing, and names that begin
 * with a dot (editors, and the link farms of mounted volumes).
 * @throws AppError ERR_POLICY_INVALID when the folder cannot be read
 */
export async function readPolicyFiles(dir: string): Promise<readonly PolicyFile[]> {
  try {
    const paths = (await listFiles(dir, '')).filter((path) => !path.startsWith('tests/'));
    return await Promise.all(paths.toSorted(byBytes).map((path) => readPolicyFile(dir, path)));
  } catch (error) {
    throw new AppError(
      'ERR_POLICY_INVALID',
      `The policies folder ${dir} cannot be read. Set INTRAMURA_POLICIES to a folder that holds access/ and redaction/.`,
      { cause: error },
    );
  }
}

/**
 * SHA-256 (hex) of the bundle: of the lines `digest  path`, so that standard tools can recompute it:
 * `find . -type f ! -path './tests/*' | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum | sha256sum`
 */
export function digestPolicyFiles(files: readonly PolicyFile[]): string {
  return sha256Hex(files.map(({ path, digest }) => `${digest}  ${path}\n`).join(''));
}

async function listFiles(dir: string, folder: string): Promise<string[]> {
  const names = await readdir(join(dir, folder));
  const found = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        const path = posix.join(folder, name);
        const entry = await stat(join(dir, path));
        return entry.isDirectory() ? listFiles(dir, path) : [path];
      }),
  );
  return found.flat();
}

async function readPolicyFile(dir: string, path: string): Promise<PolicyFile> {
  const content = await readFile(join(dir, path));
  return { path, content, digest: sha256Hex(content) };
}

function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
