import { AppError } from '../errors.ts';

/** Letters and digits of any script; the rest is what mail addresses and directory names use. */
const pattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]{0,99}$/u;

/**
 * The form in which user names are stored and compared: NFKC, lower case, so that different spellings of one name
 * are one user. Undefined when no user can have this name.
 */
export function normalizeUsername(name: string): string | undefined {
  const normal = name.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
  return pattern.test(normal) ? normal : undefined;
}

/** The normal form of a new user's name. @throws AppError ERR_REQUEST_INVALID */
export function parseUsername(name: string): string {
  const normal = normalizeUsername(name);
  if (normal !== undefined) return normal;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'A user name has 1 to 100 letters, digits or . _ @ + -, no spaces, and begins with a letter or a digit.',
    { status: 400, param: 'username' },
  );
}
