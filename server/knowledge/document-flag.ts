/** What an import may notice about a document that people should look at. */
export const documentFlags = ['hidden-text', 'instruction'] as const;

export type DocumentFlag = (typeof documentFlags)[number];

/** The flags in a stored list; a code that this version does not know is left out. */
export function parseFlags(json: string): DocumentFlag[] {
  const stored: unknown = JSON.parse(json);
  return documentFlags.filter((flag) => Array.isArray(stored) && stored.includes(flag));
}
