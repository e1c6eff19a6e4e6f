const MOST_CHARACTERS = 1024;

/**
 * The path of an item as the product uses it, in NFC. Hostile input: undefined for whatever leads out of the source
 * (`..`, absolute paths, drive letters), holds control characters or a backslash, or is no path at all.
 */
export function parseItemPath(raw: string): string | undefined {
  const path = raw.normalize('NFC');
  if (path.length === 0 || path.length > MOST_CHARACTERS) return undefined;
  if (/[\p{Cc}\p{Cs}\\\u2028\u2029]/u.test(path) || /^[a-z]:/i.test(path)) return undefined;
  const unusable = path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..');
  return unusable ? undefined : path;
}

/** Hidden files and folders, and what programs leave beside a file while they work on it. */
export function isLeftOut(path: string): boolean {
  const segments = path.split('/');
  if (segments.some((segment) => segment.startsWith('.'))) return true;
  return /^~\$|~$|\.(?:tmp|temp|part|partial|crdownload|swp|lock)$/i.test(segments.at(-1) ?? '');
}

/** A name as a report may show it: without what would garble a terminal or a page. */
export function showableName(id: string): string {
  return id

    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD')
    .slice(0, 200);
}
