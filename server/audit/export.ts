import { openAuditCopy } from '../db/database.ts';
import { toCef } from './export-cef.ts';
import { toOcsf } from './export-ocsf.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import { entryPages } from './read-copy.ts';
import { invalid } from './unavailable.ts';

export const exportFormats = ['jsonl', 'ocsf', 'cef'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/**
 * Every entry as one line (without its newline), oldest first. `jsonl` lines are the stored leaves byte for byte, so
 * that an export verifies like the log itself; `ocsf` and `cef` are for a SIEM and prove nothing.
 * @param path the database file; it may be in use
 */
export async function* exportEntries(path: string, format: ExportFormat): AsyncIterable<string> {
  const db = openAuditCopy(path);
  try {
    for await (const rows of entryPages(db, 0, Number.MAX_SAFE_INTEGER)) {
      for (const { leaf, hash } of rows) yield formatEntry(format, leaf, hash);
    }
  } finally {
    await db.destroy();
  }
}

function formatEntry(format: ExportFormat, text: string, hash: string): string {
  switch (format) {
    case 'jsonl':
      return text;
    case 'ocsf':
      return JSON.stringify(toOcsf(readLeaf(text), hash));
    case 'cef':
      return toCef(readLeaf(text), hash);
    default:
      return format satisfies never;
  }
}

function readLeaf(text: string): Leaf {
  const leaf = parseLeaf(JSON.parse(text));
  if (leaf === undefined) throw invalid('an entry does not fit its schema');
  return leaf;
}
