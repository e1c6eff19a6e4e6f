/** The roles in a stored list. Fails closed: a damaged list lets nobody read. */
export function parseReaders(json: string): string[] {
  const parsed = parseJson(json);
  if (!Array.isArray(parsed)) return [NOBODY];
  return parsed.filter((reader): reader is string => typeof reader === 'string');
}

/** No role has this name. An empty list would mean every role that reads at all. */
const NOBODY = 'nobody';

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
